-- How many officials, candidates, organisations and municipalities count under a petition, one for each writer: their acts
-- stand elsewhere and are told as steps of the count. Never added up with the people in signature_tally.
create table endorser_tally (
    petition_id integer not null,
    class integer not null,
    lane integer not null,
    counted integer not null,
    primary key (petition_id, class, lane)
) strict;
insert into endorser_tally (petition_id, class, lane, counted)
select petition_id, class, 0, count(*) from endorsement where state = 2 group by petition_id, class;
