-- The log that proves the counts: an append-only Merkle tree over its entries (docs/methods/verifiable_count.md).

-- The log itself; the row is made with the first key. Whoever appends changes `size` from what they saw, so that two
-- who append at once never both do.
create table count_proof_log (
    id integer primary key,             -- 1
    origin text not null,               -- its name in heads and keys, for ever
    size integer not null,              -- entries
    backfill_petition integer,          -- how far signatures from before the log have been entered;
    backfill_after integer,             --   both null: all of them are
    started_at integer not null
) strict;

-- Who signs heads: Ed25519. The row is as secret as installation_secret, and for the same reason in the database.
create table count_proof_key (
    id integer primary key,
    public_key blob not null,
    seed blob not null,                 -- 32 secret bytes
    position integer not null,          -- of its entry in the log
    created_at integer not null,
    retired_at integer                  -- it signs no more
) strict;

-- 256 entries of 43 bytes each, the last page fewer.
create table count_proof_page (
    number integer primary key,         -- entries number * 256 and on
    entries blob not null
) strict;

-- Complete subtrees of 256 entries and more; what is below is computed from a page.
create table count_proof_node (
    id integer primary key,             -- level * 2^48 + index
    hash blob not null
) strict;

-- What the entries in the log add up to.
create table count_proof_tally (
    petition_id integer not null,
    class integer not null,
    confirmed integer not null,
    withdrawn integer not null,
    invalidated integer not null,
    restored integer not null,
    primary key (petition_id, class)
) strict;

-- Signed heads, as they are published.
create table count_proof_head (
    size integer primary key,
    signed_at integer not null,
    root blob not null,
    note text not null
) strict;

-- Whose signature an entry is about: private. The salt goes when the signature is withdrawn or the person erased; the
-- entry stays.
create table count_proof_signature (
    signature_id integer primary key,
    petition_id integer not null,
    class integer not null,
    counted_at integer not null,
    salt blob,                          -- 32 random bytes
    steps integer not null,             -- told after the first
    is_counted integer not null,        -- 0 or 1, after all that were told
    position integer                    -- of the first entry; null: waits for the next head
) strict;
create index count_proof_waiting on count_proof_signature (signature_id) where position is null;

-- Steps after the first: withdrawn, invalidated, restored.
create table count_proof_step (
    signature_id integer not null,
    ordinal integer not null,           -- 1, 2, ...
    step integer not null,              -- ports::CountStep
    position integer,                   -- null: waits for the next head
    primary key (signature_id, ordinal)
) strict;
create index count_proof_step_waiting on count_proof_step (ordinal, signature_id) where position is null;
