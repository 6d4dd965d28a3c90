-- What became of what representatives were asked: answers, positions, promises, meetings.

-- An answer to letters: as it came by mail to the letter's reply address, as staff logged it, or as a supporter told it.
create table dossier_answer (
    id integer primary key,
    representative_id integer not null,
    campaign_id integer not null,           -- 0: of none
    letter_id integer not null,             -- 0: logged by staff, to no letter in particular
    address_hash integer not null,          -- of who wrote the letter; 0: nobody, or erased
    way integer not null,                   -- 0 by mail, 1 logged by staff, 2 told by the supporter
    received_at integer not null,
    sender text not null,
    subject text not null,
    words text not null,
    locale text not null,                   -- of the letter
    kind integer not null,                  -- 0 not read yet, 1 of substance, 2 form answer, 3 automatic, 4 no answer
    fingerprint text not null,              -- of the mail: the same one may come twice
    read_at integer,
    read_by text not null,
    emptied_at integer                      -- sender, subject and words are gone
) strict;
create unique index dossier_answer_fingerprint on dossier_answer (letter_id, fingerprint);
create index dossier_answer_of on dossier_answer (representative_id, kind, way, campaign_id, received_at);
create index dossier_answer_waiting on dossier_answer (id) where kind = 0;
create index dossier_answer_kind on dossier_answer (kind, id);
create index dossier_answer_address on dossier_answer (address_hash);
create index dossier_answer_full on dossier_answer (received_at) where emptied_at is null;

-- What came with an answer. Of one that was too large the name and the size alone.
create table dossier_attachment (
    id integer primary key,
    answer_id integer not null,
    name text not null,
    type text not null,
    size integer not null,                  -- bytes
    content blob
) strict;
create index dossier_attachment_answer on dossier_attachment (answer_id, id);

-- A text stands in both languages, or in the one in which it was given.
create table dossier_promise (
    id integer primary key,
    representative_id integer not null,
    campaign_id integer not null,           -- 0: of none
    answer_id integer not null,             -- 0: made otherwise
    words_en text not null,
    words_fr text not null,
    made_on text not null,                  -- "2026-11-03"
    recorded_at integer not null,
    recorded_by text not null
) strict;
create index dossier_promise_of on dossier_promise (representative_id, id);

-- How it stands with a promise: the newest row counts, the others are its history.
create table dossier_promise_state (
    id integer primary key,
    promise_id integer not null,
    state integer not null,                 -- 0 open, 1 kept, 2 broken, 3 withdrawn, 4 recorded by mistake
    on_date text not null,
    evidence_en text not null,
    evidence_fr text not null,
    evidence_url text not null,
    recorded_at integer not null,
    recorded_by text not null
) strict;
create index dossier_promise_state_of on dossier_promise_state (promise_id, id);

-- Where they stand on a petition, or on what a campaign of letters asks. A later one takes the place of the one before.
create table dossier_position (
    id integer primary key,
    representative_id integer not null,
    petition_id integer not null,           -- one of these two is 0
    campaign_id integer not null,
    answer_id integer not null,
    stand integer not null,                 -- 1 supports it, 2 in part, 3 undecided, 4 opposes it
    on_date text not null,
    evidence_en text not null,
    evidence_fr text not null,
    evidence_url text not null,
    recorded_at integer not null,
    recorded_by text not null,
    replaced_at integer
) strict;
create index dossier_position_of on dossier_position (representative_id, petition_id, campaign_id, id);

create table dossier_meeting (
    id integer primary key,
    representative_id integer not null,
    on_date text not null,
    people text not null,                   -- who of the organisation was there
    notes text not null,                    -- for staff
    locale text not null,                   -- of the notes
    summary_en text not null,               -- for everybody; may be empty
    summary_fr text not null,
    recorded_at integer not null,
    recorded_by text not null
) strict;
create index dossier_meeting_of on dossier_meeting (representative_id, on_date);

-- What is to be done after a meeting, and by when.
create table dossier_follow_up (
    id integer primary key,
    representative_id integer not null,
    meeting_id integer not null,            -- 0: of none
    words text not null,
    locale text not null,                   -- of the words
    due_on text not null,
    recorded_at integer not null,
    recorded_by text not null,
    done_at integer,
    done_by text not null
) strict;
create index dossier_follow_up_of on dossier_follow_up (representative_id, id);
create index dossier_follow_up_due on dossier_follow_up (due_on) where done_at is null;

create index pledge_position_of_politician on pledge_position (politician_id) where replaced_at is null;
