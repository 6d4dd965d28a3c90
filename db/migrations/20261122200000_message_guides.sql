-- Words That Work: guides of what to say, in both languages, each saved state a version of its own.
create table message_guide (
    id integer primary key,
    slug text not null unique,          -- "tax-fairness": in its address
    theme text not null,                -- guides of one theme stand in for each other
    level_id integer not null,
    stage integer not null,             -- 0 draft, 1 published, 2 withdrawn
    shown_version_id integer,           -- what readers see
    stage_at integer not null,
    stage_by text not null
) strict;

create table message_guide_version (
    id integer primary key,
    guide_id integer not null,
    number integer not null,            -- 1, 2, ... of the guide
    content text not null,              -- JSON, both languages
    made_at integer not null,
    made_by text not null,
    asked_at integer,                   -- approval was asked for
    asked_by text not null default '',
    approved_at integer,                -- by somebody who wrote none of it
    approved_by text not null default '',
    note text not null default ''       -- "restored 2"
) strict;
create unique index message_guide_version_number on message_guide_version (guide_id, number);

-- How often, and nothing about whom: no person, no address, no time of the day.
create table message_guide_use (
    guide_id integer not null,
    pair text not null,                 -- key of the pair
    wording integer not null,           -- 0 the first, 1 the other one
    kind integer not null,              -- 0 shown, 1 copied, 2 inserted, 3 sent, 4 answered
    day integer not null,               -- days since 1970-01-01, UTC
    writer integer not null,            -- several writers add without waiting for each other
    uses integer not null,
    primary key (guide_id, pair, wording, kind, day, writer)
) strict;

-- Mails with the link for members that an address was sent lately: against those who would flood somebody's mailbox.
create table message_guide_link (
    address_hash integer not null,
    day integer not null,               -- days since 1970-01-01, UTC
    mails integer not null,
    primary key (address_hash, day)
) strict;
