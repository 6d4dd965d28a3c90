-- Every table that was ever imported stays, so that a link gives its figure again after newer tables came: an edition is
-- the set of tables that answered from one change to the next. The tables of before are copied, since a number was to be
-- unique among them.
create table jobs_table (
    id integer primary key,
    number text not null,               -- "36-10-0113"
    kind integer not null,              -- 0 multipliers, 1 spending, 2 employment
    file_name text not null,
    sha256 text not null,               -- of the file, hexadecimal
    figures text not null,              -- checksum of the figures as they were read, hexadecimal; '' in old imports
    oldest_year integer not null,
    newest_year integer not null,
    rows_read integer not null,         -- of the file
    rows_used integer not null,
    rows_stored integer not null,       -- in the tables below
    imported_at integer not null
) strict;
create index jobs_table_number on jobs_table (number);
insert into jobs_table (id, number, kind, file_name, sha256, figures, oldest_year, newest_year, rows_read, rows_used,
                        rows_stored, imported_at)
select id, number, kind, file_name, sha256, '', oldest_year, newest_year, rows_read, rows_used, rows_stored, imported_at
from jobs_import;

-- Published multipliers of one industry and variable; what the publisher left out is null.
create table jobs_table_multiplier (
    table_id integer not null references jobs_table (id),
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
    primary key (table_id, jurisdiction, coverage, variable, industry)
) strict;
insert into jobs_table_multiplier (table_id, jurisdiction, year, coverage, variable, industry, label, decimals, direct,
                                   indirect, induced, simple, total, type1, type2)
select import_id, jurisdiction, year, coverage, variable, industry, label, decimals, direct, indirect, induced, simple,
       total, type1, type2
from jobs_import_multiplier;

create table jobs_table_spending (
    table_id integer not null references jobs_table (id),
    jurisdiction text not null,
    year integer not null,
    function text not null,             -- CCOFOG: "7073"; "7101 7103" for a row of several codes
    million real not null,              -- dollars of that year
    primary key (table_id, jurisdiction, year, function)
) strict;
insert into jobs_table_spending (table_id, jurisdiction, year, function, million)
select import_id, jurisdiction, year, function, million from jobs_import_spending;

create table jobs_table_employment (
    table_id integer not null references jobs_table (id),
    jurisdiction text not null,
    year integer not null,
    industry text not null,             -- "Health care and social assistance"
    employees real not null,
    primary key (table_id, jurisdiction, year, industry)
) strict;
insert into jobs_table_employment (table_id, jurisdiction, year, industry, employees)
select import_id, jurisdiction, year, industry, employees from jobs_import_employment;

-- The highest version answers now; running servers look at it. Version 0 is what ships with the program alone.
create table jobs_edition (
    version integer primary key,
    since integer not null              -- 0: from the beginning
) strict;
create table jobs_edition_table (
    version integer not null references jobs_edition (version),
    table_id integer not null references jobs_table (id),
    primary key (version, table_id)
) strict;
create index jobs_edition_table_table on jobs_edition_table (table_id);
insert into jobs_edition (version, since) values (0, 0);
insert into jobs_edition (version, since)
select version, coalesce((select max(imported_at) from jobs_import), 0) from jobs_import_version where version > 0;
insert into jobs_edition_table (version, table_id)
select (select max(version) from jobs_edition), id from jobs_import;

drop table jobs_import_multiplier;
drop table jobs_import_spending;
drop table jobs_import_employment;
drop table jobs_import;
drop table jobs_import_version;

-- Lists of prepared cuts are read in parts.
create index jobs_scenario_published on jobs_scenario (published_at, id);
