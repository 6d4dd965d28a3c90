-- The email list: forms by which people join, sign-ups until they are confirmed, and what limits the mails about them.

-- A form that staff made. Where there is none, a form of the program's own words stands.
create table list_form (
    id integer primary key,
    slug text not null unique,
    level_id integer not null,          -- whose list it leads to; the oldest open form of a level is its main one
    title_en text not null,
    title_fr text not null,
    text_en text not null,              -- Markdown
    text_fr text not null,
    topics integer not null,            -- one bit for each mail_topic that whoever joins here gets; 0: all
    asks integer not null,              -- bits: 1 the name, 2 the postal code
    created_at integer not null,
    closed_at integer
) strict;

-- Somebody asked for an address to be mailed. Nothing but the confirmation goes there before it is confirmed.
create table list_sign_up (
    id integer primary key,
    form_id integer,                    -- null: the program's own form
    address_hash integer not null,
    email text not null,                -- empty once erased
    given_name text not null,
    family_name text not null,
    postal_code text not null,
    locale text not null,
    topics integer not null,            -- as in the form at that time
    wording text not null,              -- the sentence beside the button
    source text not null,               -- path of the page
    network text not null,
    asked_at integer not null,
    renewed_at integer,                 -- when a fresh link was asked for
    mails integer not null,             -- about this sign-up
    confirmed_at integer,
    denied_at integer                   -- "this was not me"
) strict;
create index list_sign_up_address on list_sign_up (address_hash);
create index list_sign_up_waiting on list_sign_up (asked_at) where confirmed_at is null;

-- How many mails an address or a network has caused lately. Old days are swept away.
create table list_allowance (
    subject text not null,              -- "address:HASH", "network:192.0.2.0"
    day integer not null,               -- days since 1970, UTC
    mails integer not null,
    primary key (subject, day)
) strict;

-- Who joined and who left, in the order of it. Follows the log of consents, of which it holds no words.
create table list_event (
    id integer primary key,
    address_hash integer not null,
    form_id integer not null,           -- 0: by no form that staff made
    event integer not null,             -- 0 joined, 1 left
    at integer not null
) strict;
create index list_event_address on list_event (address_hash);
create index list_event_at on list_event (at, event);

-- Implied consents that have ended, each noted once.
create table list_consent_ended (
    person_id integer not null,
    ended_at integer not null,
    noted_at integer not null,
    primary key (person_id, ended_at)
) strict;

-- What each nightly look at the consents saw.
create table list_consent_sweep (
    id integer primary key,
    at integer not null,
    ended integer not null,             -- noted as ended
    ending integer not null             -- end within 30 days
) strict;

-- Few consents are implied: those that end are found without looking at all the others.
create index mail_standing_implied on mail_standing (allowed_until)
    where allowed_until > 0 and allowed_until < 9223372036854775807;
