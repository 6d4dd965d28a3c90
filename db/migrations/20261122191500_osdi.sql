-- Programs of partners that read and write people by the OSDI API.

-- What such programs call a record of ours: "van:1234". Two programs may mean different people by one.
create table osdi_identifier (
    kind integer not null,               -- 1 person, 2 tag
    identifier text not null,
    subject integer not null,            -- id of the record
    added_at integer not null,
    primary key (kind, identifier, subject)
) strict;
create index osdi_identifier_subject on osdi_identifier (kind, subject);

-- Requests that came with an Idempotency-Key, so that one that comes again does nothing twice. Names nobody.
create table osdi_request (
    key_id integer not null,             -- of the API key
    idempotency_key text not null,
    fingerprint integer not null,        -- of address and body: the same key for another request is refused
    subject integer not null,            -- id of the record that it made or found
    at integer not null,
    primary key (key_id, idempotency_key)
) strict;
create index osdi_request_at on osdi_request (at);

-- How a level treats people of whom a partner's program says that they are subscribed. None: they are asked by mail.
create table osdi_joining (
    level_id integer primary key,
    vouched integer not null,            -- 0: each confirms by mail; 1: the partner answers for their consent
    words_en text not null,              -- what they agreed to with the partner: kept as the proof
    words_fr text not null,
    changed_at integer not null,
    changed_by text not null
) strict;

-- Lists of people in the order in which they came, by level, and in the order in which they changed.
create index person_level_came on person (level_id, id) where erased_at is null and merged_into is null;
create index person_changed on person (changed_at, id) where erased_at is null and merged_into is null;
