-- Documents as the search shows them. All of it follows from what the slices say: `alltogether search rebuild`.
create table search_document (
    number integer primary key,         -- grows with the date (entry.h)
    kind text not null,
    owner text not null,                -- the key without its last segment
    key text not null,
    locale text not null,
    path text not null unique,
    title text not null,
    teaser text not null,
    body text not null,
    tags text not null,                 -- one a line
    sections text not null,             -- slug, tab, title; one a line
    level_id integer,
    year integer not null,              -- 0: not dated
    dated_at integer,
    ranked text not null,               -- stems by field, for ranking
    text_words integer not null,
    fingerprint integer not null
) strict;
create index search_document_owner on search_document (kind, owner);

-- What they are found by: stems and filters, each once, parted by blanks.
create table search_entry (
    number integer primary key,
    lexemes text not null
) strict;

-- How frequent each word is: idf, typing errors, beginnings of words.
create table search_word (
    locale text not null,
    word text not null,                 -- small letters with accents
    folded text not null,               -- without accents
    stem text not null,
    other_stem text not null,           -- '' where it is the same
    documents integer not null,
    primary key (locale, word)
) strict;
create index search_word_folded on search_word (locale, folded);
create index search_word_stem on search_word (locale, stem);
create index search_word_other_stem on search_word (locale, other_stem);

-- How many documents there are, and how long their texts.
create table search_total (
    locale text not null,
    kind text not null,
    year integer not null,              -- 0: not dated
    level_id integer not null,          -- 0: of none
    documents integer not null,
    text_words integer not null,
    primary key (locale, kind, year, level_id)
) strict;

-- Of which analysis the index is, and how often it was changed. One row.
create table search_state (
    id integer primary key,
    analysis integer not null,
    changes integer not null
) strict;
insert into search_state (id, analysis, changes) values (1, 0, 0);

-- only sqlite
create virtual table search_index using fts5 (
    lexemes, content = 'search_entry', content_rowid = 'number', tokenize = 'ascii', detail = 'none');
create trigger search_entry_inserted after insert on search_entry begin
    insert into search_index (rowid, lexemes) values (new.number, new.lexemes);
end;
create trigger search_entry_deleted after delete on search_entry begin
    insert into search_index (search_index, rowid, lexemes) values ('delete', old.number, old.lexemes);
end;
-- only postgres
-- Both texts are kept outside of the rows, which stay small: matches are counted and sorted without looking at them.
alter table search_entry
    add column words tsvector generated always as (array_to_tsvector(string_to_array(lexemes, ' '))) stored;
alter table search_entry alter column lexemes set storage external, alter column words set storage external;
alter table search_entry set (toast_tuple_target = 128);
create index search_entry_words on search_entry using gin (words) with (fastupdate = off);
-- Beginnings of words are ranges of bytes, as with SQLite.
alter table search_word alter column word type text collate "C";
alter table search_word alter column folded type text collate "C";
-- both
