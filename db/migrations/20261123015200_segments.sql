-- What somebody did before they were a person to us: under their address, until they are one.
create table address_action (
    address_hash integer not null,
    subject integer not null,        -- as in person_action
    at integer not null,
    primary key (address_hash, subject)
) strict;

-- What the kept one of two merged people got from the other, so that both come apart again as they were.
create table person_action_merge (
    merge_id integer not null,
    kept_id integer not null,
    merged_id integer not null,
    subject integer not null,        -- as in person_action; 0: the last activity
    at integer not null,             -- when the merged one did it, which is what the kept one has since
    before_at integer,               -- when the kept one had done it; null: they had not
    primary key (merge_id, subject)
) strict;
create index person_action_merge_kept on person_action_merge (kept_id);
create index person_action_merge_merged on person_action_merge (merged_id);
