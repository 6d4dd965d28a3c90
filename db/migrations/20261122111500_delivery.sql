-- What became of a petition off this site: who it was delivered to, what it looked like on paper, which official
-- petition goes with it, and what was signed by hand.

-- One handing over: to whom, when, where, and what came back.
create table delivery (
    id integer primary key,
    petition_id integer not null references petition (id),
    delivered_on text not null,         -- "2026-11-22"
    recipient text not null,            -- a person or body
    office text not null,
    place text not null,
    words_en text not null,             -- Markdown: how it went
    words_fr text not null,
    picture_id integer not null,        -- 0: none
    response_on text not null,          -- '' until there is a response
    response_en text not null,          -- Markdown
    response_fr text not null,
    response_file text not null,        -- address in the store of files; '' for none
    response_type text not null,        -- "pdf", "jpeg", "png"; '' for none
    on_paper integer not null,          -- signed by hand, when this was recorded
    counted_at integer not null,        -- when this was recorded
    created_by text not null,
    changed_at integer not null,
    changed_by text not null,
    published_at integer,               -- null: only staff see it
    published_by text
) strict;
create index delivery_petition on delivery (petition_id, delivered_on);
create index delivery_picture on delivery (picture_id);
create index delivery_response on delivery (response_file);

-- How many had signed by class when it was recorded. Different acts: never added up.
create table delivery_count (
    delivery_id integer not null references delivery (id),
    class integer not null,             -- as in signature_tally
    signers integer not null,
    primary key (delivery_id, class)
) strict;

-- Documents to hand over, made by a job.
create table delivery_document (
    id integer primary key,
    petition_id integer not null references petition (id),
    kind integer not null,              -- 0 PDF, 1 CSV
    languages text not null,            -- "en", "fr", "en,fr"
    paper integer not null,             -- 0 letter, 1 A4
    names_by integer not null,          -- 0 no names, 1 by name, 2 by place
    recipient text not null,
    ordered_at integer not null,
    ordered_by_id integer not null,
    ordered_by text not null,
    state integer not null,             -- 0 ordered, 1 made, 2 given up
    made_at integer,
    file text not null,                 -- address in the store of files; '' until it is made
    bytes integer not null,
    pages integer not null,
    names integer not null              -- how many are in it
) strict;
create index delivery_document_petition on delivery_document (petition_id, id);
create index delivery_document_file on delivery_document (file);

-- Sheets that came in, a bundle at a time.
create table paper_batch (
    id integer primary key,
    petition_id integer not null references petition (id),
    received_on text not null,
    place text not null,
    collector text not null,
    sheets integer not null,
    valid integer not null,             -- signatures that count
    refused integer not null,           -- crossed out, twice, without an address
    note text not null,
    entered_at integer not null,
    entered_by_id integer not null,
    entered_by text not null,
    changed_at integer not null,
    changed_by text not null,
    checked_at integer,                 -- a second person counted the same
    checked_by_id integer,
    checked_by text,
    removed_at integer,                 -- entered by mistake: counts no more
    removed_by text
) strict;
create index paper_batch_petition on paper_batch (petition_id, id);

-- Its scans. Only staff see them.
create table paper_scan (
    id integer primary key,
    batch_id integer not null references paper_batch (id),
    name text not null,                 -- as uploaded, made harmless
    type text not null,                 -- "pdf", "jpeg", "png": found in its bytes
    bytes integer not null,
    file text not null,                 -- address in the store of files
    created_at integer not null,
    created_by text not null
) strict;
create index paper_scan_batch on paper_scan (batch_id, id);
create index paper_scan_file on paper_scan (file);

-- How the paper of a petition is counted. No row: by one person.
create table paper_setting (
    petition_id integer primary key references petition (id),
    needs_check integer not null        -- 1: a batch counts once a second person has checked it
) strict;

-- The petition that a parliament itself keeps, beside ours.
create table official_petition (
    petition_id integer not null references petition (id),
    parliament integer not null,        -- see parliament.h
    number text not null,               -- "e-4321"
    link text not null,
    sponsor text not null,              -- the member who presents it
    supporters integer not null,        -- found before it goes online
    opens_on text not null,
    closes_on text not null,
    presented_on text not null,
    answered_on text not null,
    changed_at integer not null,
    changed_by text not null,
    primary key (petition_id, parliament)
) strict;
