-- The levels of the campaign: the nation, its provinces and territories, their locals.
create table level (
    id integer primary key,
    kind integer not null,              -- 0 national, 1 province, 2 local
    slug text not null unique,
    name_en text not null,
    name_fr text not null,
    accent integer not null,            -- colour of the design system, 1 to 6
    parent_id integer references level (id),
    province text,                      -- "QC"; null for the national level
    created_at integer not null
) strict;

-- Who confirmed an address with us: one person for each canonical address.
create table person (
    id integer primary key,
    address_hash integer not null unique, -- keyed hash of the canonical address
    email text not null,                -- as they wrote it last; '' once erased
    given_name text not null,
    family_name text not null,
    locale text not null,               -- the language they want to be written to in
    country text not null,              -- ISO 3166, two letters
    postal_code text not null,          -- "K1A 0B1" where the country is CA; may be ''
    place text not null,
    province text,
    first_seen_at integer not null,
    changed_at integer not null,
    erased_at integer
) strict;

-- The exact sentences that people agreed to. A changed sentence gets the next version.
create table consent_wording (
    id integer primary key,
    wording_key text not null,
    version integer not null,
    locale text not null,
    words text not null,
    first_used_at integer not null,
    unique (wording_key, version, locale)
) strict;

-- Proof of consent. Rows are only added; a withdrawal is a row too, and the newest of an address decides.
create table consent (
    id integer primary key,             -- grows with time
    address_hash integer not null,
    person_id integer,
    act integer not null,               -- 0 given, 1 withdrawn
    ground integer not null,            -- 0 express, 1 implied
    wording_id integer not null references consent_wording (id),
    on_behalf_of text not null,
    source text not null,               -- page, form or paper
    network text not null,              -- '' where not known
    at integer not null,                -- when they said so
    confirmed_at integer,               -- when their address was confirmed
    expires_at integer,                 -- of implied consent
    recorded_at integer not null
) strict;
create index consent_address on consent (address_hash, id);
