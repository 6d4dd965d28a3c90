-- Other programs that work with this one: keys for the API, and addresses that are told what happens.

-- A key for the API. Only a hash of it is kept: whoever reads the table cannot use it.
create table api_key (
    id integer not null primary key,
    name text not null,                      -- who uses it: 'Website of Local 17'
    key_hash text not null unique,
    hint text not null,                      -- the last four letters, by which people tell keys apart
    scopes integer not null,                 -- 1 read, 2 sign on; added up
    per_minute integer not null,             -- requests
    created_at integer not null,
    created_by integer not null,             -- staff
    expires_at integer,                      -- null: does not
    revoked_at integer,                      -- null: works
    last_used_at integer                     -- to within a few minutes
) strict;

-- An address that is told what happens.
create table webhook (
    id integer not null primary key,
    name text not null,
    url text not null,
    secret blob not null,                    -- signs what is sent: 32 bytes, shown once
    kinds integer not null,                  -- 1 confirmed, 2 withdrawn, 4 invalidated, 8 restored; added up
    notice_email text not null,              -- of whoever made it: told when it is switched off
    notice_locale text not null,
    created_at integer not null,
    created_by integer not null,             -- staff
    failing_since integer,                   -- null: the last delivery arrived
    retry_at integer,                        -- nothing is sent before; null: at once
    disabled_at integer,                     -- null: it is told
    disabled_why integer                     -- 1 by staff, 2 failed for days, 3 its server said that it is gone
) strict;

-- Something that happened, written in the transaction in which it did. It names nobody.
create table webhook_event (
    id integer not null primary key,
    kind integer not null,                   -- as in webhook.kinds; 0 a test
    petition_id integer not null,            -- 0 for a test
    signer_class integer not null,
    how_many integer not null,
    happened_at integer not null
) strict;

-- One event on its way to one address.
create table webhook_delivery (
    id integer not null primary key,         -- also the idempotency key
    webhook_id integer not null references webhook (id),
    event_id integer not null references webhook_event (id),
    state integer not null,                  -- 0 waiting, 1 delivered, 2 given up
    attempts integer not null,
    created_at integer not null,
    last_at integer,                         -- of the last attempt
    last_status integer,                     -- of its answer; null: none came
    last_words text not null,                -- the beginning of the answer, or why none came
    took_ms integer                          -- until the answer
) strict;

create index webhook_delivery_webhook on webhook_delivery (webhook_id, id);
create index webhook_delivery_created on webhook_delivery (created_at);
