-- Mails to many, as staff write them. Who got one stands in tables of the slice that sends.
create table mailing (
    id integer primary key,
    level_id integer not null,
    name text not null,                  -- as staff call it
    segment_id integer,                  -- null: everybody
    topic integer,                       -- bit of mail_topic; null: on none in particular
    variants integer not null,           -- wordings that are tried against each other: 1 to 3
    tested_per_thousand integer not null,-- of the audience that get them in equal parts; the rest waits for the winner
    counts_links integer not null,       -- 1: links are counted, for each variant and never for each person
    archive integer not null,            -- 1: stands on the public page of sent mails once it was sent
    created_at integer not null,
    changed_at integer not null,
    changed_by text not null
) strict;

-- Every version of the words of one variant in one language: the newest is the one that is written at.
create table mailing_text (
    id integer primary key,
    mailing_id integer not null,
    variant integer not null,
    locale text not null,
    subject text not null,
    preheader text not null,
    body text not null,                  -- Markdown with fields and blocks
    plain text not null,                 -- plain-text part that staff wrote; '': made from the body
    plain_seen integer not null,         -- fingerprint of the body that it was written to
    saved_at integer not null,
    saved_by text not null
) strict;
create index mailing_text_newest on mailing_text (mailing_id, variant, locale, id);

-- The words as they were when a sending began. Never changes.
create table mailing_edition (
    id integer primary key,
    mailing_id integer not null,
    kind integer not null,               -- 0 a test to staff, 1 a sending
    variants integer not null,
    counts_links integer not null,
    frozen_at integer not null
) strict;
create index mailing_edition_mailing on mailing_edition (mailing_id, kind, id);

create table mailing_edition_text (
    edition_id integer not null,
    variant integer not null,
    locale text not null,
    text_id integer not null,
    facts text not null,                 -- JSON: sender, addresses, figures, pictures as they were
    primary key (edition_id, variant, locale)
) strict;

-- Addresses that the mails of an edition lead to, where staff let them be counted.
create table mailing_link (
    id integer primary key,
    edition_id integer not null,
    variant integer not null,
    url text not null,
    readers integer not null,            -- who followed it, each once a day at most
    first_readers integer not null       -- of them, those for whom it was the first of this mail on that day
) strict;
create unique index mailing_link_url on mailing_link (edition_id, variant, url);

-- In whose name mails of a level leave, where it is not as configured.
create table mailing_sender (
    level_id integer primary key,
    name_en text not null,
    name_fr text not null,
    reply_to text not null
) strict;

-- What answered at the addresses that mails lead to, when staff had them looked at.
create table mailing_look (
    mailing_id integer not null,
    url text not null,
    status integer not null,             -- of HTTP; 0: nobody answered
    looked_at integer not null,
    primary key (mailing_id, url)
) strict;
