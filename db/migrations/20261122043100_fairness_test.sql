-- The rules by which budgets are judged, as text (TOML). A version is a draft until it is declared; then it never
-- changes again. The newest declared one counts; before there is one, the rules in the program do.
create table fairness_rubric (
    id integer primary key,
    version integer not null unique,    -- 1, 2, ..., as the text says
    document text not null,
    written_at integer not null,
    written_by text not null,
    declared_at integer,
    declared_by text
) strict;

-- Budgets that staff entered. One with the address of a budget in the program takes its place.
create table fairness_budget (
    id integer primary key,
    level_id integer not null references level (id),
    slug text not null unique,
    created_at integer not null,
    created_by text not null,
    published_at integer,               -- null: a draft that only staff see
    published_by text,
    withdrawn_at integer,               -- no longer shown
    withdrawn_by text
) strict;

-- Their texts (TOML). A version is a draft until it is published; then it never changes again.
create table fairness_budget_version (
    id integer primary key,
    budget_id integer not null references fairness_budget (id),
    version integer not null,           -- 1, 2, ...
    document text not null,
    written_at integer not null,
    written_by text not null,
    published_at integer,
    unique (budget_id, version)
) strict;
