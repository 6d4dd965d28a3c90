-- What staff set otherwise than it is shipped: "weight.quick", "limit.quick", "flag_from", "ask_from", "pressure", ...
create table fraud_setting (
    name text not null primary key,
    value integer not null,
    changed_at integer not null,
    changed_by text not null
) strict;

-- Every change of a setting, and every time when pressure or load switched something by itself.
create table fraud_change (
    id integer primary key,
    name text not null,
    before_value text not null,         -- '' where it stood as shipped
    after_value text not null,
    at integer not null,
    by_name text not null               -- '' for the program itself
) strict;

-- Networks, addresses, domains and countries that are allowed, blocked or watched.
create table fraud_list_entry (
    id integer primary key,
    list integer not null,              -- 0 allow, 1 block, 2 watch
    pattern text not null,              -- "192.0.2.0/24", "*@mail.example", "*.mail.example", "FR"
    reason text not null,
    expires_at integer,                 -- null: until it is ended
    created_at integer not null,
    created_by text not null,
    ended_at integer,
    ended_by text
) strict;
create index fraud_list_entry_open on fraud_list_entry (ended_at, id);

-- Puzzles that were answered, until they run out: each is good for one sign-on, also after a restart.
create table fraud_used_proof (
    challenge text not null primary key,
    expires_at integer not null
) strict;
create index fraud_used_proof_expiry on fraud_used_proof (expires_at);
