-- Official tables that were imported for the jobs-lost calculator: at most one of each number.
create table jobs_import (
    id integer primary key,
    number text not null unique,        -- "36-10-0113"
    kind integer not null,              -- 0 multipliers, 1 spending, 2 employment
    file_name text not null,
    sha256 text not null,               -- of the file, hexadecimal
    oldest_year integer not null,
    newest_year integer not null,
    rows_read integer not null,         -- of the file
    rows_used integer not null,
    rows_stored integer not null,       -- in the tables below
    imported_at integer not null
) strict;

-- Published multipliers of one industry and variable; what the publisher left out is null.
create table jobs_import_multiplier (
    import_id integer not null references jobs_import (id),
    jurisdiction text not null,         -- "ON"; "CA" is the country
    year integer not null,
    coverage integer not null,          -- 0 within the province, 1 all provinces
    variable integer not null,          -- 0 output, 1 jobs, 2 GDP, 3 labour income
    industry text not null,             -- "GS620"
    label text not null,
    decimals integer not null,          -- to how many the figures are rounded
    direct real,
    indirect real,
    induced real,
    simple real,
    total real,
    type1 real,
    type2 real,
    primary key (import_id, jurisdiction, coverage, variable, industry)
) strict;

create table jobs_import_spending (
    import_id integer not null references jobs_import (id),
    jurisdiction text not null,
    year integer not null,
    function text not null,             -- CCOFOG: "7073"; "7101 7103" for a row of several codes
    million real not null,              -- dollars of that year
    primary key (import_id, jurisdiction, year, function)
) strict;

create table jobs_import_employment (
    import_id integer not null references jobs_import (id),
    jurisdiction text not null,
    year integer not null,
    industry text not null,             -- "Health care and social assistance"
    employees real not null,
    primary key (import_id, jurisdiction, year, industry)
) strict;

-- One row. It steps with every change of the tables above; running servers look at it.
create table jobs_import_version (
    id integer primary key,
    version integer not null
) strict;
insert into jobs_import_version (id, version) values (1, 0);
