-- Passkeys of staff (WebAuthn): the public half of a key that a phone, a computer or a security key holds.
create table staff_passkey (
    id integer not null primary key,
    staff_id integer not null references staff (id),
    credential_id text not null unique,      -- the authenticator's name for it, base64url
    public_key blob not null,                -- COSE_Key
    sign_count integer not null,             -- the highest that was seen; 0: it does not count
    name text not null,                      -- the owner's name for it: 'Phone'
    is_backed_up integer not null,           -- 0 or 1: kept by a password manager or an account of the maker
    created_at integer not null,
    last_used_at integer,                    -- null: never since it was made
    cloned_at integer                        -- when its counter last went back; null: never
) strict;

create index staff_passkey_staff on staff_passkey (staff_id);

-- What a ceremony has to sign: good once, for some minutes, in the browser that asked for it. Gone when it was used.
create table passkey_challenge (
    id integer not null primary key,
    challenge text not null,                 -- 32 random bytes, base64url
    purpose integer not null,                -- 1 making a passkey, 2 second step of a sign-in, 3 sign-in by it alone
    bound_to text not null,                  -- hash of the cookie of the session, or of the ceremony for 3
    name text not null,                      -- 1: of the passkey to be; else empty
    expires_at integer not null
) strict;

create index passkey_challenge_bound_to on passkey_challenge (bound_to);
