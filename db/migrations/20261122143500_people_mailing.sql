-- What a consent is for. The newest consent of an address for one purpose decides; a consent that a partner organisation
-- may have the address says nothing about our own mails.
alter table consent add column purpose integer not null default 0; -- 0 to be mailed by us, 1 to be passed to a partner

-- Whether and how a person may be mailed: follows from their consents and their own choices, so that a mail to a
-- million needs no look at the log. One row for each person who ever consented.
create table mail_standing (
    person_id integer primary key,
    allowed_until integer not null,      -- 0: may not be mailed; the expiry of implied consent; the largest number: express
    joined_at integer not null,          -- of the consent that holds
    left_at integer,                     -- when they withdrew it last
    topics_left_out integer not null default 0, -- one bit for each mail_topic that they do not want
    most_per_week integer not null default 0,   -- mails they want at most; 0: as many as there are
    paused_until integer not null default 0,
    suppression integer not null default 0,     -- reason in mail_suppression for the address they use; 0: none
    -- Copies of what rules ask for most, so that counting a million people reads this narrow table alone.
    locale text not null default 'en',
    country text not null default '',
    province text,
    district text not null default ''           -- the first three characters of the postal code
) strict;

-- What mails are about, as people choose in their preferences.
create table mail_topic (
    bit integer primary key,             -- 0 to 61: its place in topics_left_out, never used again
    slug text not null unique,
    name_en text not null,
    name_fr text not null,
    summary_en text not null,
    summary_fr text not null,
    position integer not null,
    retired_at integer
) strict;

-- Addresses that must not be mailed, whatever was agreed to.
create table mail_suppression (
    address_hash integer primary key,
    reason integer not null,             -- 1 does not exist, 2 complained of spam, 3 refused again and again, 4 by staff
    detail text not null,                -- the other server's words, or those of staff
    at integer not null
) strict;
create index mail_suppression_at on mail_suppression (at);
