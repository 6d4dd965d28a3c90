-- The hub of each level as staff are writing it: its blocks in their order.
create table hub_block (
    id integer primary key,
    level_id integer not null references level (id),
    place integer not null,             -- order within the hub: smaller comes first
    kind text not null,                 -- "hero", "text", ..., or a kind that another slice offers
    settings text not null,             -- JSON object: what has no language
    changed_at integer not null,
    changed_by text not null
) strict;
create index hub_block_level on hub_block (level_id, place);

-- The words of a block, in each language.
create table hub_block_words (
    block_id integer not null references hub_block (id),
    locale text not null,
    heading text not null,
    body text not null,
    note text not null,
    primary key (block_id, locale)
) strict;

-- What the public sees: the newest version of a level. A version never changes; going back publishes again.
create table hub_version (
    id integer primary key,
    level_id integer not null references level (id),
    version integer not null,           -- 1, 2, ...
    blocks text not null,               -- JSON array of all blocks with both languages
    published_at integer not null,
    published_by text not null,
    unique (level_id, version)
) strict;

-- Pages of text: about the campaign, privacy, accessibility.
create table content_page (
    id integer primary key,
    level_id integer not null references level (id),
    slug text not null unique,
    created_at integer not null,
    created_by text not null
) strict;

-- Their texts. A version is a draft until it is published; then it never changes again.
create table content_page_text (
    id integer primary key,
    page_id integer not null references content_page (id),
    locale text not null,
    version integer not null,           -- 1, 2, ... for each language
    title text not null,
    lead text not null,
    body text not null,                 -- Markdown
    written_at integer not null,
    written_by text not null,
    published_at integer,
    unique (page_id, locale, version)
) strict;
