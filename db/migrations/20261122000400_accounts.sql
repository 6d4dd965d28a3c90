-- Those who work on the campaign, what they may do, and how they are known again.
create table staff (
    id integer not null primary key,
    name text not null,
    email text not null,                     -- as typed, for sending
    address_hash integer not null unique,    -- keyed hash of the canonical address
    locale text not null,                    -- of the mails we send them
    password_hash text,                      -- argon2id; null until the invitation was followed
    password_set_at integer,
    created_at integer not null,
    created_by integer references staff (id),
    deactivated_at integer,                  -- null: may sign in
    deactivated_by integer references staff (id),
    code_secret blob,                        -- of one-time codes (TOTP); null: never begun
    codes_since integer,                     -- null: not asked for at sign-in
    last_code_step integer not null default 0
) strict;

-- A role, at a level and those below it, or everywhere.
create table staff_grant (
    id integer not null primary key,
    staff_id integer not null references staff (id),
    role integer not null,                   -- 1 owner, 2 editor, 3 moderator, 4 analyst
    level_id integer,                        -- null: everywhere
    granted_at integer not null,
    granted_by integer references staff (id)
) strict;

create index staff_grant_staff on staff_grant (staff_id);

-- Somebody who is signed in, or has given the password and not yet the code. A session that ended is gone.
create table staff_session (
    id integer not null primary key,
    staff_id integer not null references staff (id),
    token_hash text not null unique,         -- of the cookie
    state integer not null,                  -- 0 signed in, 1 awaits the one-time code
    created_at integer not null,
    last_seen_at integer not null,           -- to within a few minutes
    expires_at integer not null,             -- however busy it is
    device text not null,                    -- 'Firefox, Linux'
    network text not null                    -- the caller's, cut to /24 or /48
) strict;

create index staff_session_staff on staff_session (staff_id);

-- A link to set a password, mailed or printed. The token in it is signed, not stored.
create table staff_link (
    id integer not null primary key,
    staff_id integer not null references staff (id),
    kind integer not null,                   -- 1 invitation, 2 forgotten password
    created_at integer not null,
    created_by integer references staff (id),
    expires_at integer not null,
    used_at integer
) strict;

create index staff_link_staff on staff_link (staff_id, id);

-- For the day the phone is lost: each is good once.
create table staff_recovery_code (
    staff_id integer not null references staff (id),
    code_hash integer not null,              -- keyed
    created_at integer not null,
    used_at integer,
    primary key (staff_id, code_hash)
) strict;

-- Wrong passwords by address, whether or not it has an account, so that the answer is the same.
create table sign_in_failure (
    address_hash integer not null primary key,
    failures integer not null,
    last_at integer not null
) strict;
