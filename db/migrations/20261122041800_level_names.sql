-- Where levels were found before their address changed: links that were shared go on working.
create table level_former_slug (
    slug text not null primary key,
    level_id integer not null references level (id),
    left_at integer not null
) strict;
