-- The secret from which all keys of this installation follow: one row, written at the first start.
create table installation_secret (
    id integer not null primary key,         -- always 1
    secret blob not null,                    -- 32 random bytes
    created_at integer not null
) strict;

-- Who changed what. Only ever added to.
create table audit_entry (
    id integer not null primary key,         -- grows with time
    at integer not null,
    staff_id integer,                        -- null: a command or a job; no reference, entries outlive everything
    staff_name text not null,                -- as it was then
    action text not null,                    -- 'petitions.publish'
    subject_kind text not null,              -- 'petition', or ''
    subject_id integer not null,             -- 0: none
    subject_label text not null,             -- a few words by which people know it
    level_id integer,
    before_values text not null,             -- JSON object of the fields that changed, as they were
    after_values text not null,              -- the same fields as they became, in the same order
    request_id text not null
) strict;

create index audit_entry_subject on audit_entry (subject_kind, subject_id, id);
create index audit_entry_staff on audit_entry (staff_id, id);
