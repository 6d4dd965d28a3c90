-- Champions for Change: trained members who hold presentations.
create table champion (
    id integer primary key,
    person_id integer,                      -- from the moment that they confirmed their address
    address_hash integer not null,
    email text not null,                    -- '' once erased
    given_name text not null,
    family_name text not null,
    slug text not null,                     -- '' until confirmed
    locale text not null,                   -- in which mails to them are written
    level_id integer not null,              -- whose staff coordinate them
    state integer not null,                 -- 0 applied, 1 in training, 2 trained, 3 active, 4 paused, 5 left
    place text not null,
    province text not null,                 -- 'ON', or ''
    motivation text not null,               -- as they applied
    biography_en text not null default '',
    biography_fr text not null default '',
    picture integer not null default 0,     -- of the library; 0: none
    speaks_english integer not null,
    speaks_french integer not null,
    in_person integer not null,
    online integer not null,
    radius_kilometres integer not null,
    zone text not null,
    notice_hours integer not null default 48,
    buffer_in_person integer not null default 60,    -- minutes before and behind
    buffer_online integer not null default 15,
    most_per_week integer not null default 2,
    feed integer not null,                  -- a new number makes the secret address of their calendar a new one
    network text not null,                  -- of the application; forgotten after some days
    applied_at integer not null,
    confirmed_at integer,
    changed_at integer not null,
    erased_at integer
) strict;
create unique index champion_address on champion (address_hash) where erased_at is null;
create unique index champion_slug on champion (slug) where slug <> '';
create index champion_state on champion (state, id);
create index champion_person on champion (person_id);
create unique index champion_feed on champion (feed);

-- What presentations are about.
create table champion_subject (
    id integer primary key,
    slug text not null unique,
    name_en text not null,
    name_fr text not null,
    position integer not null,
    closed_at integer                       -- not offered any more
) strict;

create table champion_area (
    champion_id integer not null,
    level_id integer not null,
    primary key (champion_id, level_id)
) strict;
create table champion_knows (
    champion_id integer not null,
    subject_id integer not null,
    primary key (champion_id, subject_id)
) strict;

-- How they came to where they are: each step with its day.
create table champion_step (
    id integer primary key,
    champion_id integer not null,
    state integer not null,
    day text not null,                      -- "2026-11-03", when it happened
    note text not null,                     -- of staff, for staff
    by_name text not null,
    at integer not null                     -- when it was written down
) strict;
create index champion_step_of on champion_step (champion_id, id);

-- Consent to stand in the directory, and taking it back. Rows are never changed, but for erasing.
create table champion_showing (
    id integer primary key,
    champion_id integer not null,
    act integer not null,                   -- 0 given, 1 taken back
    version integer not null,               -- of the words in their language, counted from 1
    locale text not null,
    words text not null,
    network text not null,
    at integer not null
) strict;
create index champion_showing_of on champion_showing (champion_id, id);

create table champion_hours (
    id integer primary key,
    champion_id integer not null,
    weekday integer not null,               -- 0 Monday
    from_minute integer not null,
    until_minute integer not null
) strict;
create index champion_hours_of on champion_hours (champion_id, weekday, from_minute);

create table champion_exception (
    id integer primary key,
    champion_id integer not null,
    kind integer not null,                  -- 0 closed, 1 open
    first_day text not null,
    last_day text not null,
    from_minute integer not null,
    until_minute integer not null
) strict;
create index champion_exception_of on champion_exception (champion_id, first_day);

-- A calendar of their own that we look at: nothing but busy times is kept of it.
create table champion_calendar (
    champion_id integer primary key,
    address text not null,                  -- '' for one that was uploaded
    busy text not null,                     -- "29412345+90,": minutes since 1970, and how many
    busy_count integer not null,
    problem text not null,                  -- a word of ours; '' for none
    problem_count integer not null,
    read_at integer,                        -- when it was last read well
    tried_at integer,
    failures integer not null,
    changed_at integer not null
) strict;

-- Mailed links, and the sessions they open.
create table champion_link (
    id integer primary key,
    champion_id integer not null,
    kind integer not null,                  -- 0 confirms the address, 1 signs in
    locale text not null,
    network text not null,
    asked_at integer not null,
    used_at integer
) strict;
create index champion_link_of on champion_link (champion_id, id);
create index champion_link_asked on champion_link (asked_at);
create table champion_session (
    id integer primary key,
    champion_id integer not null,
    token_hash text not null unique,
    began_at integer not null,
    ends_at integer not null
) strict;
create index champion_session_of on champion_session (champion_id);
create index champion_session_ends on champion_session (ends_at);
