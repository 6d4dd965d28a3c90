-- Who puts an office or a body behind a petition: elected officials, candidates, organisations, municipalities. Each is
-- a different act with a count of its own; none is ever added to the individuals or to another.
create table endorsement (
    id integer primary key,             -- unlike that of any signature
    petition_id integer not null,
    text_id integer not null,           -- the very text that was endorsed
    class integer not null,             -- 1 elected official, 2 candidate, 3 organisation, 4 municipality
    state integer not null,             -- 0 address not confirmed, 1 waits for staff, 2 shown and counted, 3 declined,
                                        -- 4 withdrawn by the signatory, 5 taken out by staff
    name text not null,                 -- of the official, the organisation, the municipality; shown
    office text not null,               -- of officials and candidates: "mp"; '' for the others
    place text not null,                -- riding, ward or town; shown
    region text not null,               -- "ON"
    party text not null,                -- shown; '' for none
    website text not null,
    members integer,                    -- of an organisation, as it says itself
    act integer not null,               -- of a municipality: 1 mayor's proclamation, 2 council resolution; else 0
    act_date text not null,             -- "2026-11-03"; '' for none
    votes_for integer,
    votes_against integer,
    abstentions integer,
    document_url text not null,
    statement text not null,            -- up to 500 characters; shown
    signatory_name text not null,       -- who signs for it; not shown
    signatory_role text not null,       -- "President"; shown
    email text not null,
    address_hash integer not null,
    locale text not null,
    submitted_at integer not null,
    confirmed_at integer,               -- the address
    counted_at integer,                 -- first shown and counted
    decided_at integer,
    decided_by text not null default '',
    reason_en text not null default '',            -- why it was declined or taken out; public for the latter
    reason_fr text not null default '',
    mails integer not null default 1    -- ordered about its link, at most 5
) strict;
create index endorsement_petition on endorsement (petition_id, state, class, id);
create index endorsement_address on endorsement (address_hash);
