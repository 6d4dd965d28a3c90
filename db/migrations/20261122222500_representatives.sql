-- Ridings, whose a postal code is, and who holds the offices there. Every row says where it is from and of which day.
create table riding_set (
    slug text primary key,              -- "federal-2023": a division of the country, a province or a town
    house integer not null,             -- 0 federal, 1 provincial, 2 municipal
    province integer,                   -- null: of the whole country
    name_en text not null,
    name_fr text not null,
    boundary_set text not null,         -- what Represent calls it; '' for none
    retired_at integer,                 -- another division took its place: kept, no longer asked
    recorded_at integer not null,
    recorded_by text not null
) strict;

create table riding (
    id integer primary key,
    set_slug text not null,
    code text not null,                 -- the publisher's: "35075"
    province integer not null,
    name_en text not null,
    name_fr text not null,
    within_code text not null,          -- the town that a ward is part of; '' for none
    source text not null,
    as_of text not null,                -- "2024-04-23"
    gone_at integer                     -- no longer on the publisher's list: kept for what refers to it
) strict;
create unique index riding_code on riding (set_slug, code);

create table riding_boundary (
    riding_id integer primary key,
    shape blob not null,                -- models/ridings/shape.h: packed()
    points integer not null,
    source text not null,
    as_of text not null
) strict;

-- The postal codes of a district, in one row: a whole country is 1,600 rows and not 800,000.
create table riding_postal_district (
    set_slug text not null,
    district text not null,             -- "K1A"
    codes text not null,                -- a line for each code: "0B1 35075 35076"; the codes of its ridings
    primary key (set_slug, district)
) strict;

create table postal_district_point (
    district text primary key,
    points text not null                -- a line for each code: "0B1 -756972000 454215000", ten-millionths of a degree
) strict;

create table representative (
    id integer primary key,
    office text not null,               -- "mp", "provincial": people/office.h
    province integer,                   -- null: of the whole country
    riding_id integer,
    place_en text not null,             -- where there is no riding: town, region
    place_fr text not null,
    seat integer not null,              -- 0 held, 1 vacant
    name text not null,                 -- '' for a vacant seat
    party text not null,
    email text not null,                -- of the office, public
    website text not null,
    addresses text not null,            -- JSON: kind, telephone, fax, postal
    set_slug text not null,             -- of which list: '' for none
    source text not null,
    as_of text not null,
    recorded_at integer not null,
    recorded_by text not null,
    left_at integer                     -- no longer holds it: kept for what they were asked and said
) strict;
create index representative_riding on representative (riding_id);

-- Files that staff brought, and what came of them; the list that ships with the program is one, too.
create table representatives_import (
    id integer primary key,
    content integer not null,           -- models/ridings/provider.h: Content
    provider text not null,
    set_slug text not null,             -- '' where the file names the sets itself
    file_name text not null,
    file text not null,                 -- its address in the store; '' once it is no longer needed
    size integer not null,
    is_whole integer not null,          -- 1: what is not in it is gone
    source text not null,
    as_of text not null,
    state integer not null,             -- 0 waits to be taken in, 1 came in, 2 was left
    added integer not null,
    changed integer not null,
    gone integer not null,
    same integer not null,
    created_at integer not null,
    created_by text not null,
    finished_at integer,
    finished_by text not null
) strict;
create index representatives_import_of on representatives_import (content, set_slug, state);

-- Grows with every change, so that each server knows when what it has in memory is old.
create table representatives_version (
    id integer primary key,
    places integer not null,            -- sets, ridings, postal codes
    boundaries integer not null,
    offices integer not null
) strict;
insert into representatives_version (id, places, boundaries, offices) values (1, 1, 1, 1);
