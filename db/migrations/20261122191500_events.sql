-- Public events: presentations and meetings that anybody may come to, and who said that they come.
create table event (
    id integer primary key,
    level_id integer not null,
    state integer not null,             -- 0 draft, 1 published, 2 cancelled
    title_en text not null,
    title_fr text not null,
    text_en text not null,              -- Markdown
    text_fr text not null,
    format integer not null,            -- 0 in person, 1 online
    place text not null,
    town text not null,
    province text not null,             -- "NB"
    language text not null,             -- in which it is held: "en", "fr", "both"
    zone text not null,
    starts_at integer not null,
    minutes integer not null,
    speaker text not null,
    accessibility text not null,
    capacity integer not null,          -- seats; 0: as many as come
    taken integer not null default 0,   -- seats of those who come
    sequence integer not null default 0,  -- of its calendar entry
    changed_at integer not null,
    published_at integer,
    reason_en text not null default '', -- why it is cancelled
    reason_fr text not null default ''
) strict;
create index event_start on event (state, starts_at, id);

create table event_guest (
    id integer primary key,
    event_id integer not null,
    state integer not null,             -- 0 address not confirmed, 1 comes, 2 waits for a seat, 3 does not come
    name text not null,
    email text not null,                -- '' once erased
    address_hash integer not null,
    locale text not null,
    seats integer not null,
    asked_at integer not null,
    confirmed_at integer,
    reminded_at integer,
    mails integer not null default 1,   -- ordered about its link, at most 5
    unique (event_id, address_hash)
) strict;
create index event_guest_address on event_guest (address_hash);
create index event_guest_line on event_guest (event_id, state, confirmed_at, id);
