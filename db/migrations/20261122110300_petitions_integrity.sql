-- How odd a sign-on looked when it came, 0..100, and which rules said so: bits, whose words the slice that guards
-- knows. What was noted before is told in the same bits: that there was no stamp (1, now 8), too quick (2), the trap
-- filled (4, now 1), many from one network (8, now 256).
alter table signature rename column flags to reasons;
alter table signature add column score integer not null default 0;
update signature
set score = (reasons & 1) * 10 + (reasons & 2) * 20 + (reasons & 4) * 10 + (reasons & 8) * 2,
    reasons = (reasons & 1) * 8 + (reasons & 2) + (reasons & 4) / 4 + (reasons & 8) * 32
where reasons <> 0;

-- The partner on whose page somebody signed, [a-z0-9-], up to 40; empty for this site.
alter table signature add column source text not null default '';

-- What staff said of a flagged one: 0 nothing yet, 1 fine, 2 to be taken out. While it is invalidated 4 is added, so
-- that it stands in no queue and undoing brings its place back.
alter table signature add column review integer not null default 0;

-- state 3: invalidated, taken out of the count by this batch. Whether it had counted tells confirmed_at.
alter table signature add column invalidation_id integer;

-- Small, whatever the size of the table: only what waits for somebody is in them.
create index signature_review on signature (petition_id, score, id) where review = 0 and score > 0;
create index signature_marked on signature (petition_id, id) where review = 2;
create index signature_invalidation on signature (invalidation_id, id) where invalidation_id is not null;

alter table signature_tally add column invalidated integer not null default 0;

-- Shown names of invalidated signatures, out of sight; undoing puts the very same rows back.
create table withheld_name (
    id integer primary key,
    petition_id integer not null,
    signature_id integer not null unique,
    name text not null,
    place text not null,
    confirmed_at integer not null
) strict;

-- A batch of signatures taken out of a count, with the reason that the public reads. Its rows are never deleted.
create table invalidation (
    id integer primary key,
    petition_id integer not null references petition (id),
    state integer not null,             -- 0 waits for approval, 1 at work, 2 done, 3 stopped, 4 being undone, 5 undone,
                                        -- 6 turned down
    conditions text not null,           -- urlencoded, as the form of staff has them
    reason_en text not null,
    reason_fr text not null,
    up_to integer not null,             -- greater identities came after the preview and are left alone
    expected integer not null,          -- how many the preview found
    looked_to integer not null,         -- the last signature looked at
    invalidated integer not null,       -- so many were taken out,
    counted integer not null,           -- and so many of them had counted
    restored integer not null,          -- so many were put back,
    counted_again integer not null,     -- and so many of them count again
    asked_at integer not null,
    asked_by_id integer not null,       -- staff; somebody else approves where four eyes are asked for
    asked_by text not null,
    decided_at integer,                 -- approved, or turned down
    decided_by text not null,
    ended_at integer,                   -- done, or stopped
    stopped_by text not null,           -- empty: nobody stopped it
    undo_at integer,                    -- when undoing was asked for
    undone_at integer,                  -- when it was finished
    undone_by text not null
) strict;
create index invalidation_petition on invalidation (petition_id, id);
