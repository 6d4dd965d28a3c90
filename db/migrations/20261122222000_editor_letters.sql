-- Letters to the editor: newspapers, campaigns that ask for letters, and the letters.
create table newspaper (
    id integer primary key,
    name text not null,
    language text not null,             -- of the letters it prints: "en", "fr", "both"
    place text not null,
    province text not null,             -- "NB"; "" of the whole country
    reach integer not null,             -- 0 a town, 1 a region, 2 a province, 3 the country
    postal_areas text not null,         -- beginnings of postal codes, parted by blanks
    email text not null,                -- where it takes letters
    page_url text not null,
    word_limit integer not null,        -- 0: it names none
    most_a_day integer not null,        -- letters that leave from here in 24 hours
    source text not null,
    as_of text not null,                -- "2026-11-03"
    left_out_at integer,
    changed_at integer not null,
    unique (name, place)
) strict;

create table editor_campaign (
    id integer primary key,
    level_id integer not null,
    state integer not null,             -- 0 draft, 1 published, 2 closed
    theme text not null,
    title_en text not null,
    title_fr text not null,
    happened_en text not null,          -- Markdown
    happened_fr text not null,
    points_en text not null,            -- one a line
    points_fr text not null,
    closes_on text not null,            -- "2026-12-31", the last day; "" for none
    sent integer not null default 0,    -- stepped when a letter leaves from here
    printed integer not null default 0, -- stepped when staff saw one in print
    changed_at integer not null,
    published_at integer
) strict;
create index editor_campaign_state on editor_campaign (state, published_at, id);

create table editor_letter (
    id integer primary key,
    campaign_id integer not null,
    newspaper_id integer not null,
    state integer not null,             -- 0 draft, 1 asked, 2 held, 3 waiting, 4 sent, 5 own way, 6 withdrawn, 7 refused
    name text not null,                 -- '' once erased, as the other words of its writer
    email text not null,
    place text not null,
    telephone text not null,
    address_hash integer not null,
    locale text not null,
    words_in text not null,
    subject text not null,
    letter text not null,
    signature blob not null,            -- models/likeness/signature.h: how alike it is to others; no word of it
    score integer not null,
    reasons integer not null,
    asked_at integer not null,
    confirmed_at integer,
    sent_at integer,
    mails integer not null default 0,   -- about its link
    reminded_at integer,                -- whether it was printed
    printed integer not null default 0, -- 0 untold, 1 told, 2 seen by staff, 3 not found
    printed_url text not null default '',
    printed_on text not null default '',
    headline text not null default ''
) strict;
create index editor_letter_address on editor_letter (address_hash, asked_at);
create index editor_letter_campaign on editor_letter (campaign_id, state, sent_at);
create index editor_letter_turn on editor_letter (newspaper_id, state, sent_at);
create index editor_letter_asked on editor_letter (state, asked_at);
create index editor_letter_printed on editor_letter (printed, printed_on, id);
