-- Politicians, where each stands on a pledge, and the periods near an election in which they are not named.
create table politician (
    id integer primary key,
    name text not null,
    office text not null,               -- "mp", "senator", "provincial", "mayor", "councillor", "other"
    region text not null,               -- "ON"; '' for the whole country
    place text not null,                -- riding, ward or town
    party text not null,
    email text not null,                -- of the office, public; '' for none
    website text not null,
    source text not null,               -- where these facts are from
    recorded_at integer not null,
    recorded_by text not null,
    left_at integer                     -- no longer in office: kept for what they said, no longer asked
) strict;
create unique index politician_seat on politician (name, office, region, place);

-- What a politician answered. A new row for every answer; the one that nothing replaced is the current one.
create table pledge_position (
    id integer primary key,
    petition_id integer not null,
    politician_id integer not null references politician (id),
    position integer not null,          -- 1 asked, 2 signed, 3 declined, 4 no answer
    on_date text not null,              -- "2026-11-03"
    evidence_en text not null,          -- in a sentence
    evidence_fr text not null,
    evidence_url text not null,
    recorded_at integer not null,
    recorded_by text not null,
    replaced_at integer
) strict;
create unique index pledge_position_current on pledge_position (petition_id, politician_id) where replaced_at is null;

-- How many supporters said that they asked this politician; nothing about who.
create table pledge_asking (
    petition_id integer not null,
    politician_id integer not null,
    lane integer not null,
    asked integer not null,
    primary key (petition_id, politician_id, lane)
) strict;

-- A period near an election, switched on and off by staff. Its log.
create table election_period (
    id integer primary key,
    region text not null,               -- "ON": provincial and municipal politicians there; '': federal ones
    tagline_en text not null,           -- who is behind it: name, telephone, address
    tagline_fr text not null,
    begun_at integer not null,
    begun_by text not null,
    hidden_politicians integer not null,    -- how many were no longer named from then on
    ended_at integer,
    ended_by text not null
) strict;
create unique index election_period_open on election_period (region) where ended_at is null;
