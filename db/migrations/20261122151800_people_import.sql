-- Files of people that staff uploaded, or a command read, and how far their import is.
create table people_import (
    id integer primary key,
    name text not null,                 -- of the file, as uploaded
    file text not null,                 -- address in the store, of the text as UTF-8
    size integer not null,              -- bytes of it
    level_id integer not null,          -- where the people belong, and whose people it may change
    state integer not null,             -- 0 waits for columns, 1 is read, 2 was read, 3 comes in, 4 came in, 5 stopped
    plan text not null,                 -- JSON: what the columns are, and the ground of consent
    report text not null,               -- JSON: counts
    position integer not null,          -- bytes that are done
    line integer not null,              -- of the next row
    created_at integer not null,
    created_by text not null,
    finished_at integer
) strict;

-- What was wrong with a row. Only the first ten thousand are kept.
create table people_import_problem (
    id integer primary key,
    import_id integer not null,
    line integer not null,
    problem integer not null,
    detail text not null                -- the value, shortened; never a whole row
) strict;
create index people_import_problem_import on people_import_problem (import_id, id);
