-- What can be signed: a petition, a pledge or a proclamation.
create table petition (
    id integer primary key,
    level_id integer not null references level (id),
    slug text not null unique,
    kind integer not null,              -- 0 petition, 1 pledge, 2 proclamation
    goal integer not null,              -- signatures aimed at; 0: none shown
    closes_at integer,                  -- signing is refused from this instant on; null: open until closed
    created_at integer not null,
    created_by text not null,
    published_at integer,               -- null: a draft that only staff see
    published_by text,
    closed_at integer,                  -- closed by hand
    closed_by text
) strict;

-- Its texts. A version is a draft until it is frozen by publishing; a frozen one never changes again, since
-- signatures point at it.
create table petition_text (
    id integer primary key,
    petition_id integer not null references petition (id),
    locale text not null,
    version integer not null,           -- 1, 2, ... for each language
    title text not null,
    lead text not null,                 -- one or two sentences under the title, plain
    body text not null,                 -- Markdown
    thanks text not null,               -- Markdown, shown after signing
    written_at integer not null,
    written_by text not null,
    frozen_at integer,
    unique (petition_id, locale, version)
) strict;

-- Who signed. No foreign keys here: this is the hot path, and `alltogether check` looks for orphans.
-- Everything about one signature stays in its row, also when it is withdrawn; an erased person leaves a row without
-- name and address, so that the count stays explained.
create table signature (
    id integer primary key,
    petition_id integer not null,
    text_id integer not null,           -- the very text that was signed
    class integer not null,             -- 0 individual; other signer classes follow
    state integer not null,             -- 0 pending, 1 confirmed, 2 withdrawn
    address_hash integer not null,      -- keyed hash of the canonical address
    slot integer,                       -- 0 or 1: two people may share a mailbox; null once withdrawn
    email text not null,
    given_name text not null,
    family_name text not null,
    country text not null,              -- ISO 3166, two letters
    postal_code text not null,          -- "K1A 0B1" where the country is CA
    place text not null,
    comment text not null,
    locale text not null,
    show_name integer not null,
    consent_mail integer not null,      -- wish to be mailed, as ticked; becomes a consent when the address is confirmed
    signed_at integer not null,
    confirmed_at integer,
    withdrawn_at integer,
    network text not null,              -- address of the visitor; '' where not known
    flags integer not null,             -- bits of what looked odd, see signature.h
    mails integer not null              -- mails sent or ordered about this signature, at most 5
) strict;
create unique index signature_address on signature (petition_id, address_hash, slot);
create index signature_petition on signature (petition_id, id);

-- How many there are, added up by commit, not by signature; one row for each writer, so that none waits for another.
-- Pages and counts read this, never the signatures.
create table signature_tally (
    petition_id integer not null,
    class integer not null,
    lane integer not null,
    pending integer not null,
    confirmed integer not null,
    withdrawn integer not null,
    primary key (petition_id, class, lane)
) strict;

-- The confirmed who agreed to be shown, newest last: what the page's list of names is read from.
create table shown_name (
    id integer primary key,             -- grows with the time of confirmation
    petition_id integer not null,
    signature_id integer not null unique,
    name text not null,                 -- "Maya T."
    place text not null,
    confirmed_at integer not null
) strict;
create index shown_name_petition on shown_name (petition_id, id);
