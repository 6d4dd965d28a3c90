-- Links by which people see, correct and erase what is held about them; rules of retention and their runs; incidents.

create table privacy_access (
    id integer primary key,
    address_hash integer not null,
    email text not null,                -- where the link went
    locale text not null,
    network text not null,              -- whose requests are counted; empty: of a trusted one
    asked_at integer not null,
    closed_at integer                   -- when everything was erased by it
) strict;
create index privacy_access_address on privacy_access (address_hash, asked_at);
create index privacy_access_network on privacy_access (network, asked_at);

-- That somebody was erased, and when: without saying who it was.
create table privacy_erasure (
    id integer primary key,
    at integer not null
) strict;

-- Days that staff chose for a rule; without a row its usual ones hold.
create table privacy_rule (
    rule text primary key,
    days integer not null
) strict;

create table privacy_run (
    id integer primary key,
    rule text not null,
    days integer not null,
    at integer not null,
    gone integer not null
) strict;

-- Incidents and what followed. Rows are added, never changed.
create table privacy_incident (
    id integer primary key,
    title text not null,
    noticed_on text not null,           -- "2026-11-22"
    happened text not null,             -- what, and when
    affected text not null,             -- who, and which data
    affected_count integer not null,    -- people, as far as known
    risk integer not null,              -- of serious injury: 0 not judged yet, 1 none seen, 2 there is one
    risk_reason text not null,
    notified text not null,             -- whom, and when
    recorded_at integer not null,
    recorded_by text not null
) strict;
create table privacy_incident_note (
    id integer primary key,
    incident_id integer not null,
    words text not null,
    recorded_at integer not null,
    recorded_by text not null
) strict;
create index privacy_incident_note_incident on privacy_incident_note (incident_id, id);

-- Whom people ask. One row.
create table privacy_officer (
    id integer primary key,
    name text not null,
    role_en text not null,
    role_fr text not null,
    email text not null
) strict;
