-- Rules that staff keep under a name: whom a mail goes to.
create table segment (
    id integer primary key,
    name text not null,
    rules text not null,             -- JSON, as features/segments/segment.h says
    made_by text not null,
    created_at integer not null,
    changed_by text not null,
    changed_at integer not null,
    retired_at integer               -- no longer offered; what was sent to it stays explained
) strict;

-- What people did, by whom: told by slices in the transaction in which it happens.
create table person_action (
    subject integer not null,        -- fingerprint of the kind and what it was about
    person_id integer not null,
    at integer not null,             -- the last time
    primary key (subject, person_id)
) strict;
create index person_action_person on person_action (person_id);

-- When each person did anything last.
create table person_activity (
    person_id integer primary key,
    last_at integer not null
) strict;
