-- Files of news that staff uploaded: tried first, then brought in. The bytes stand in the store of imports.
create table news_import (
    id integer primary key,
    name text not null,                 -- of the file, as it was uploaded: the same at the next upload
    file text not null,                 -- address in the store
    size integer not null,              -- bytes
    section text not null,              -- slug; made when it is absent
    level_id integer not null references level (id),
    locale text not null,               -- of all items; '' where each says its own
    stage integer not null,             -- of new items: 0 draft, 3 published
    state integer not null,             -- 0 to be read, 1 read, 2 being brought in, 3 brought in, 4 cannot be read
    progress integer not null,          -- bytes read, then items brought in
    report text not null,               -- JSON: what is in it, what is odd, what became of it; '' before it is read
    created_at integer not null,
    created_by text not null,
    started_at integer,                 -- of bringing it in
    started_by text not null,           -- '' before
    finished_at integer
) strict;
create index news_import_file on news_import (file);
create index news_import_created on news_import (created_at);

-- Pictures that came with imports, by their bytes, so that none comes twice.
create table news_import_picture (
    file text primary key,              -- SHA-256 of the bytes, hexadecimal
    picture_id integer not null
) strict;
