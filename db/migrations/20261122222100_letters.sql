-- Letters to representatives: what staff wrote for a campaign, what supporters made of it, and how each letter fared.
create table letter_campaign (
    id integer primary key,
    slug text not null unique,
    level_id integer not null,
    content text not null,                  -- JSON: every text by its name, "title_en"; see campaign.h
    target text not null,                   -- JSON: whom it is for; see target.h
    theme text not null default '',         -- of the guides of words that stand beside the form
    address_asked integer not null,         -- 0, 1: whether writers give their postal address
    opens_on text not null default '',      -- "2026-11-22"; '': when it is published
    closes_on text not null default '',     -- the last day; '': until it is stopped
    created_at integer not null,
    changed_at integer not null,
    changed_by text not null,
    published_at integer,
    published_by text not null default '',
    paused_at integer,
    paused_by text not null default '',
    stopped_at integer,
    stopped_by text not null default ''
) strict;

-- What one person wrote, to one representative or several.
create table letter_writing (
    id integer primary key,
    campaign_id integer not null,
    address_hash integer not null,          -- 0 once the person is erased
    email text not null,                    -- '' once erased or forgotten, as all words below
    given_name text not null,
    family_name text not null,
    locale text not null,
    postal_code text not null,
    street text not null,
    place text not null,
    subject text not null,
    body text not null,                     -- as it was previewed: without greeting and name
    own_words integer not null,             -- 0, 1: whether something in it is theirs alone
    likeness blob not null,                 -- signature of what they chose and wrote; see letter_likeness
    consent_mail integer not null,          -- 0, 1: ticked when writing
    state integer not null,                 -- 0 unconfirmed, 1 confirmed, 2 taken back, 3 refused by staff
    held integer not null,                  -- 0, 1: somebody of the campaign reads it before it leaves
    score integer not null,
    reasons integer not null,
    network text not null,
    written_at integer not null,
    confirmed_at integer
) strict;
create index letter_writing_address on letter_writing (address_hash, written_at);
create index letter_writing_state on letter_writing (campaign_id, state, held, id);
create index letter_writing_unconfirmed on letter_writing (written_at) where state = 0;

-- One person's letter to one representative.
create table letter (
    id integer primary key,
    writing_id integer not null,
    campaign_id integer not null,
    representative_id integer not null,
    recipient text not null,                -- the office's address when the letter was written
    recipient_name text not null,
    office text not null,                   -- "mp"
    region text not null,                   -- whose election concerns the office: '' the federal one, "ON"
    state integer not null,                 -- 0 unconfirmed, 1 waiting, 2 delivered, 3 bounced, 4 held, 5 stopped
    attempts integer not null default 0,
    due_at integer not null,                -- while it waits: when it may leave; else when it came to its state
    detail text not null default '',        -- the other server's words
    answered_at integer
) strict;
create index letter_due on letter (due_at) where state = 1;
create index letter_writing_of on letter (writing_id);
create index letter_fared on letter (campaign_id, state, due_at);

-- When the next letter may leave to an office ("clerk@example.org") or a domain ("@example.org").
create table letter_clock (
    name text primary key,
    next_at integer not null
) strict;

-- Regions in which an election is near: letters to their offices wait.
create table letter_pause (
    region text primary key
) strict;

-- Counts by campaign and representative, stepped with what they count.
create table letter_tally (
    campaign_id integer not null,
    representative_id integer not null,
    asked integer not null default 0,       -- confirmed, printed or told on the telephone
    delivered integer not null default 0,
    bounced integer not null default 0,
    printed integer not null default 0,
    called integer not null default 0,
    answered integer not null default 0,
    first_at integer not null,
    last_at integer not null,
    primary key (campaign_id, representative_id)
) strict;
create index letter_tally_representative on letter_tally (representative_id);

-- How telephone calls ended: a count, nobody's name.
create table letter_call (
    campaign_id integer not null,
    representative_id integer not null,
    outcome integer not null,               -- 1 reached, 2 left a message, 3 no answer, 4 promised support, 5 declined
    calls integer not null,
    primary key (campaign_id, representative_id, outcome)
) strict;

-- By what later letters are compared with this one; holds none of its words.
create table letter_likeness (
    id integer primary key,                 -- grows with the confirmations, so that followers read on from it
    writing_id integer not null unique,
    campaign_id integer not null,
    signature blob not null
) strict;
