-- Sections of the news: "International Solidarity", "Tax Fairness".
create table news_section (
    id integer primary key,
    level_id integer not null references level (id),
    place integer not null,             -- order among the sections: smaller comes first
    picture text not null,              -- key of a picture; '' for none
    picture_source text not null,       -- who made it, as shown beneath it
    created_at integer not null,
    created_by text not null,
    changed_at integer not null,
    changed_by text not null,
    published_at integer,               -- null: only staff see it
    published_by text
) strict;

-- Its words, in each language. A language without a row does not show the section.
create table news_section_text (
    section_id integer not null references news_section (id),
    locale text not null,
    slug text not null,                 -- now; every slug that ever was stands in news_section_address
    title text not null,
    introduction text not null,         -- Markdown
    picture_alt text not null,
    primary key (section_id, locale)
) strict;

-- Every address that ever led to a section. The current one is that of its text; the others redirect.
create table news_section_address (
    locale text not null,
    slug text not null,
    section_id integer not null references news_section (id),
    since integer not null,
    given_by text not null,
    primary key (locale, slug)
) strict;

-- One dated item. What it says stands in revisions, per language.
create table news_item (
    id integer primary key,
    level_id integer not null references level (id),
    stage integer not null,             -- 0 draft, 1 in review, 2 scheduled, 3 published, 4 withdrawn; the newest row of news_stage
    event_day integer,                  -- days since 1970-01-01; null: not dated
    publication_day integer,            -- the campaign's day when it became public here first; null: imported, or not yet
    due_at integer,                     -- when a scheduled one becomes public
    published_at integer,               -- when it became public first, here or where it was imported from
    author_name text not null,          -- as shown; '' for none
    author_email text not null,         -- never shown; '' for none
    author_hash integer not null,       -- keyed hash of that address; 0 for none
    source text,                        -- where it was imported from; null: written here
    source_key text,                    -- what that source calls it
    source_print integer,               -- fingerprint of what was imported last
    created_at integer not null,
    created_by text not null,
    changed_at integer not null,        -- of what has no language: date, sections, tags, pictures
    changed_by text not null,
    unique (source, source_key)
) strict;
create index news_item_stage on news_item (stage, id);
create index news_item_level on news_item (level_id, id);
create index news_item_author on news_item (author_hash);

-- What staff and time made of it, never changed: who sent it to review, who published it, and when.
create table news_stage (
    id integer primary key,
    item_id integer not null references news_item (id),
    stage integer not null,
    at integer not null,
    by_name text not null,
    due_at integer,                     -- of a scheduled one
    note text not null                  -- what the reviewer said; '' for nothing
) strict;
create index news_stage_item on news_stage (item_id, id);

-- Its words in one language, each time they were saved. Rows are only ever added.
create table news_revision (
    id integer primary key,
    item_id integer not null references news_item (id),
    locale text not null,
    number integer not null,            -- 1, 2, ... for each language
    title text not null,                -- '' for an item without a title
    teaser text not null,               -- plain; '': made from the body
    quotation text not null,            -- '' for none
    quoted_name text not null,
    quoted_office text not null,
    written_at integer not null,
    written_by text not null,
    restored_from integer,              -- number of the revision that was taken back; null: it was written
    body text not null,                 -- Markdown
    unique (item_id, locale, number)
) strict;

-- Where a language of an item stands: its address, its newest revision, and the one that the public sees.
create table news_text (
    item_id integer not null references news_item (id),
    locale text not null,
    slug text not null,                 -- now; every slug that ever was stands in news_item_address
    newest_id integer not null references news_revision (id),
    public_id integer references news_revision (id),    -- null: not public
    headline text not null,             -- for lists of staff: title of the newest revision, else the beginning of its words
    shown_title text not null,          -- of the public revision
    shown_teaser text not null,         -- the same, as lists show it
    shown_at integer,                   -- when what the public sees changed last
    primary key (item_id, locale)
) strict;

create table news_item_address (
    locale text not null,
    slug text not null,
    item_id integer not null references news_item (id),
    since integer not null,
    given_by text not null,
    primary key (locale, slug)
) strict;
create index news_item_address_item on news_item_address (item_id);

-- What somebody typed and has not saved yet: one row for each item and person, as it stands in the form.
create table news_draft (
    item_id integer not null references news_item (id),
    account_id integer not null,
    form text not null,                 -- JSON object: fields and what the form had seen
    kept_at integer not null,
    primary key (item_id, account_id)
) strict;

-- In which sections an item stands, and whether it is pinned to the top there.
create table news_placement (
    section_id integer not null references news_section (id),
    item_id integer not null references news_item (id),
    pinned_at integer,
    pinned_by text,
    primary key (section_id, item_id)
) strict;
create index news_placement_item on news_placement (item_id);
create index news_placement_pinned on news_placement (section_id, pinned_at);

create table news_tag (
    id integer primary key,
    created_at integer not null
) strict;

create table news_tag_text (
    tag_id integer not null references news_tag (id),
    locale text not null,
    slug text not null,
    label text not null,
    primary key (tag_id, locale),
    unique (locale, slug)
) strict;

create table news_tagging (
    item_id integer not null references news_item (id),
    tag_id integer not null references news_tag (id),
    primary key (item_id, tag_id)
) strict;
create index news_tagging_tag on news_tagging (tag_id);

create table news_picture (
    item_id integer not null references news_item (id),
    place integer not null,             -- 1, 2, ...; the first one stands in lists
    picture text not null,              -- key of a picture
    credit text not null,
    alt_en text not null,
    alt_fr text not null,
    primary key (item_id, place)
) strict;

create table news_attachment (
    item_id integer not null references news_item (id),
    place integer not null,
    address text not null,              -- path on this site, or an https address
    label_en text not null,
    label_fr text not null,
    primary key (item_id, place)
) strict;

-- Actions that an item leads to, by their keys.
create table news_action (
    item_id integer not null references news_item (id),
    place integer not null,
    action_key text not null,
    primary key (item_id, place)
) strict;

-- What the public sees, as lists read it: one row for each list and language that a public item stands in.
create table news_listing (
    list_kind integer not null,         -- 0 all news, 1 a section, 2 a tag, 3 a level
    list_id integer not null,           -- of the section, tag or level; 0 for all news
    locale text not null,
    shown_day integer not null,         -- days since 1970-01-01; -1000000: not dated
    item_id integer not null,
    primary key (list_kind, list_id, locale, shown_day, item_id)
) strict;
create index news_listing_item on news_listing (item_id);

-- How many items each list has in each month, stepped with news_listing.
create table news_month (
    list_kind integer not null,
    list_id integer not null,
    locale text not null,
    month integer not null,             -- year * 12 + month - 1; -1: not dated
    items integer not null,
    primary key (list_kind, list_id, locale, month)
) strict;
