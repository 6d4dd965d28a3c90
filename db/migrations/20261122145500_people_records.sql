-- Where a person belongs: the local or province whose staff see them. 0: to the nation alone. Of those who state where
-- they live, their province; a local only where staff or an import said so.
alter table person add column level_id integer not null default 0;
alter table person add column riding integer;     -- number of the federal electoral district, where known: 35001
alter table person add column merged_into integer; -- the person who goes on with what was theirs
-- The names without case and accents, as lists are sorted and searched; null: in no list (erased, or merged). Of a
-- person without a name, what stands before the @.
alter table person add column family_key text;
alter table person add column given_key text;
create index level_province on level (province, kind);
update person set
    level_id = coalesce((select id from level where level.province = person.province and kind = 1), 0),
    family_key = lower(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(
        family_name, ' ', ''), '-', ''), '''', ''), 'é', 'e'), 'É', 'e'), 'è', 'e'), 'ê', 'e'), 'ë', 'e'), 'ô', 'o'),
        'ç', 'c'), 'î', 'i'), 'ï', 'i')),
    given_key = lower(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(
        given_name, ' ', ''), '-', ''), '''', ''), 'é', 'e'), 'É', 'e'), 'è', 'e'), 'ê', 'e'), 'ë', 'e'), 'ô', 'o'),
        'ç', 'c'), 'î', 'i'), 'ï', 'i'))
    where erased_at is null;
-- only postgres
-- Beginnings of names are ranges of bytes, as with SQLite.
alter table person alter column family_key type text collate "C";
alter table person alter column given_key type text collate "C";
-- both
create index person_family on person (family_key, given_key, id);
create index person_given on person (given_key, family_key, id);
create index person_level on person (level_id, family_key, given_key, id);
create index person_level_given on person (level_id, given_key, family_key, id);

-- Further addresses of a person, beside the one they use. An address stands here or in person, never in both.
create table person_address (
    address_hash integer primary key,
    person_id integer not null,
    email text not null,
    added_at integer not null
) strict;
create index person_address_person on person_address (person_id);

create table tag (
    id integer primary key,
    folded text not null unique,        -- the name without case, accents and blanks
    name text not null,
    created_at integer not null
) strict;

create table person_tag (
    tag_id integer not null,
    person_id integer not null,
    added_at integer not null,
    primary key (tag_id, person_id)
) strict;
create index person_tag_person on person_tag (person_id);

-- What an organisation wants to know of people beyond what everybody is asked.
create table person_field (
    id integer primary key,
    slug text not null unique,          -- in files and requests: "union_local"
    label_en text not null,
    label_fr text not null,
    kind integer not null,              -- 0 text, 1 number, 2 day, 3 yes or no
    position integer not null,
    retired_at integer
) strict;

-- Every answer that was ever given. Rows are only added; which one holds is in person_field_value.
create table person_answer (
    id integer primary key,
    person_id integer not null,
    field_id integer not null,
    value text not null,                -- '' takes the answer back
    origin integer not null,            -- 0 the person, 1 staff, 2 an import
    source text not null,               -- page, file, or who typed it
    at integer not null,                -- when it was said
    recorded_at integer not null
) strict;
create index person_answer_person on person_answer (person_id, field_id);

create table person_field_value (
    field_id integer not null,
    person_id integer not null,
    value text not null,
    answer_id integer not null,
    primary key (field_id, person_id)
) strict;
create index person_field_value_person on person_field_value (person_id);
create index person_field_value_value on person_field_value (field_id, value);

-- Two people who turned out to be one, and what it takes to undo that.
create table person_merge (
    id integer primary key,
    kept_id integer not null,
    merged_id integer not null,
    merged_address integer not null,    -- the address that the merged one used
    filled integer not null,            -- what the kept one lacked and got: 1 names, 2 where they are, 4 riding
    left_out_before integer not null,   -- the choices of the kept one, as they were
    per_week_before integer not null,
    paused_before integer not null,
    merged_by text not null,
    at integer not null,
    undone_by text not null default '',
    undone_at integer
) strict;
create index person_merge_kept on person_merge (kept_id);
create index person_merge_merged on person_merge (merged_id);

create table person_merge_part (
    merge_id integer not null,
    kind integer not null,              -- 1 address, 2 tag, 3 answer
    item integer not null,
    primary key (merge_id, kind, item)
) strict;
