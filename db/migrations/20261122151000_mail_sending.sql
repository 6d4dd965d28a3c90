-- One sending of a mailing to a segment.
create table mail_blast (
    id integer primary key,
    mailing_id integer not null,
    edition_id integer,                  -- the words as they are sent; set when it is confirmed
    name text not null,
    level_id integer not null,
    segment_id integer,                  -- null: everybody
    topic integer,                       -- bit of the topic, null: none
    variants integer not null,
    tested_per_thousand integer not null,
    winner integer,                      -- the wording that the rest gets
    per_hour integer not null,           -- mails at most; 0: as fast as it goes
    begins_at integer,                   -- wanted; null: at once
    time_zone text not null,
    local_times integer not null,        -- 1: that time of the day in each recipient's province
    planned_by text not null,
    planned_at integer not null,
    confirmed_by text not null default '',
    confirmed_at integer,
    counted integer not null default 0,  -- recipients, as shown when it was confirmed
    undo_until integer not null default 0,
    paused_at integer,
    stopped_at integer,
    finished_at integer
) strict;
create index mail_blast_mailing on mail_blast (mailing_id);
create index mail_blast_running on mail_blast (confirmed_at) where finished_at is null;

-- A part of a blast that begins at one time: a walk along the audience.
create table mail_wave (
    blast_id integer not null,
    number integer not null,
    begins_at integer not null,
    provinces integer not null,          -- one bit for each province, bit 13: those that have none; -1: everybody
    part integer not null,               -- 0 everybody, 1 who gets the wordings that are tried, 2 the others
    behind integer not null,             -- the last person who was taken
    finished_at integer,
    primary key (blast_id, number)
) strict;

-- The copy of one person. A million of them come in a blast: narrow, and nothing that can stand elsewhere.
create table sent_mail (
    id integer primary key,
    blast_id integer,                    -- null: a mail of its own, see single_mail
    person_id integer not null,          -- 0: nobody we know, such as staff who try a mail
    variant integer not null,
    state integer not null,              -- 0 waits, 1 under way, 2 delivered, 3 refused, 4 given up, 5 dropped, 6 held back
    attempts integer not null,
    at integer not null,                 -- since when it has this state; of one that waits: when it is due
    returned integer not null default 0  -- what came back for it, as in mail_return; 0: nothing
) strict;
create index sent_mail_person on sent_mail (person_id, id);
create index sent_mail_due on sent_mail (at) where state = 0;
create index sent_mail_undelivered on sent_mail (blast_id, id) where state > 2;
create index sent_mail_returned on sent_mail (blast_id, id) where returned > 0;

-- Copies that were taken together: their identities lie from first_id to last_id.
create table mail_block (
    id integer primary key,
    blast_id integer not null,
    first_id integer not null,
    last_id integer not null,
    owner integer not null,              -- whose answers stand in a file of its own until it is finished
    until integer not null,              -- the lease
    finished_at integer
) strict;
create index mail_block_of_blast on mail_block (blast_id, last_id);
create index mail_block_open on mail_block (until) where finished_at is null;

-- Why a copy was refused, or is tried again: the other server's words.
create table sent_mail_note (
    mail_id integer primary key,
    detail text not null
) strict;

-- What only a mail outside of any blast needs; gone as soon as it is delivered or given up.
create table single_mail (
    id integer primary key,              -- as in sent_mail
    edition_id integer not null,
    kind integer not null,               -- 0 a test, 1 of a series
    address_hash integer not null,
    email text not null,
    given_name text not null,
    family_name text not null,
    locale text not null,
    postal_code text not null,
    place text not null,
    province text
) strict;
create index single_mail_address on single_mail (address_hash);

-- Counts, stepped once a block.
create table mail_tally (
    blast_id integer not null,
    variant integer not null,
    taken integer not null default 0,
    delivered integer not null default 0,
    refused integer not null default 0,
    given_up integer not null default 0,
    dropped integer not null default 0,  -- left meanwhile, stopped, or held back by their own choice
    hard integer not null default 0,
    soft integer not null default 0,
    blocked integer not null default 0,
    complaints integer not null default 0,
    unsubscribed integer not null default 0,
    primary key (blast_id, variant)
) strict;

create table mail_return (
    id integer primary key,
    mail_id integer not null,
    kind integer not null,               -- 1 hard, 2 soft, 3 blocked, 4 complaint, 5 left
    detail text not null,
    at integer not null
) strict;
create index mail_return_mail on mail_return (mail_id);

-- Where mails go: how fast, and how it went.
create table mail_domain (
    domain text primary key,
    per_minute integer not null default 0,   -- 0: no limit
    paused_until integer not null default 0,
    storms integer not null default 0,       -- pauses since the last good block
    reason text not null default '',
    delivered integer not null default 0,
    refused integer not null default 0,
    delayed integer not null default 0,
    changed_at integer not null default 0
) strict;

-- How many were delivered on each day (UTC), for the plan by which a new sender begins slowly.
create table mail_day (
    day integer primary key,                 -- days since 1970
    delivered integer not null
) strict;

-- One row: the plan itself.
create table mail_warm_up (
    id integer primary key,
    began_at integer not null,
    first_day integer not null,              -- mails on the first day
    growth_percent integer not null,         -- more on each further day
    until_per_day integer not null           -- the plan ends when a day would allow as many
) strict;
