-- A cut that staff have prepared, with a headline of its own: "the 2026 budget's cut". The columns without prefix are
-- what staff write; those with public_ are what everybody sees, copied by publishing.
create table jobs_scenario (
    id integer primary key,
    level_id integer not null references level (id),
    slug text not null unique,
    listing integer not null,           -- 0: has a page only; 1: also stands among the ways to act
    query text not null,                -- the question, "jurisdiction=ON&function=hospitals&amount=100&unit=million"
    headline_en text not null,
    body_en text not null,              -- Markdown
    headline_fr text not null,
    body_fr text not null,
    created_at integer not null,
    created_by text not null,
    changed_at integer not null,
    changed_by text not null,
    public_query text,                  -- null: never published
    public_headline_en text,
    public_body_en text,
    public_headline_fr text,
    public_body_fr text,
    published_at integer,
    published_by text,
    withdrawn_at integer,               -- taken from the site by hand; null while it is shown
    withdrawn_by text
) strict;
