-- How the count of a petition came to be: by day and by region, added up in the transaction of each step, so that no
-- page reads signatures. One row for each writer, so that none waits for another.
create table count_day (
    petition_id integer not null,
    class integer not null,             -- of the signer, see ports/petition_terms.h
    day integer not null,               -- days since 1970-01-01, of the day that ends at midnight, UTC-5
    lane integer not null,
    counted integer not null,           -- first counted on that day, less those of that day taken out since
    primary key (petition_id, class, day, lane)
) strict;

create table count_region (
    petition_id integer not null,
    class integer not null,
    region text not null,               -- "CA-ON" and its like in Canada, else the country, "FR"; '' where not known
    lane integer not null,
    counted integer not null,
    primary key (petition_id, class, region, lane)
) strict;
