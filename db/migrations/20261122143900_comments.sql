-- Why people signed, in their own words. Nothing of it is public before somebody of the campaign has read it.
create table petition_comment (
    id integer primary key,                 -- a new one whenever the words are written anew
    signature_id integer not null unique,
    petition_id integer not null,
    address_hash integer not null,
    locale text not null,                   -- the language of the signer
    words text not null,                    -- up to 500 characters, tidied
    name text not null,                     -- "Maya T." as agreed at signing; '' where it is not to be shown
    place text not null,                    -- shown beside the name; '' likewise
    likeness integer not null,              -- equal for words that differ in case, accents and blanks only
    state integer not null,                 -- 0 waits, 1 shown, 2 refused, 3 taken down
    counts integer not null default 1,      -- 0: the signature is invalidated, and this is out of sight until undone
    reason text not null default '',        -- "insult": why it is refused or was taken down
    written_at integer not null,
    decided_at integer,
    decided_by text not null default '',
    saving integer not null default 0,      -- the save of staff that decided last
    reports integer not null default 0      -- by readers, since somebody last decided
) strict;
create index petition_comment_queue on petition_comment (petition_id, state, id) where counts = 1;
create index petition_comment_reasons on petition_comment (petition_id, state, reason) where counts = 1;
create index petition_comment_reported on petition_comment (petition_id, id) where reports > 0;
create index petition_comment_not_shown on petition_comment (petition_id, id) where state >= 2 and counts = 1;
create index petition_comment_likeness on petition_comment (likeness);
create index petition_comment_address on petition_comment (address_hash);

-- Every decision of staff, for undoing and for the record. It holds none of the words.
create table comment_decision (
    id integer primary key,
    saving integer not null,                -- decisions that were saved together
    comment_id integer not null,
    petition_id integer not null,
    state_before integer not null,
    reason_before text not null,
    state_after integer not null,
    reason_after text not null,
    decided_at integer not null,
    decided_by text not null,
    undone_at integer
) strict;
create index comment_decision_saving on comment_decision (saving);
