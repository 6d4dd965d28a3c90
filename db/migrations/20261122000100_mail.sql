-- Mails that are to be sent, written in the transaction that causes them, and the record of those that were.
create table outbox (
    id integer not null primary key,         -- grows with time
    kind text not null,                      -- 'petitions.confirm': which slice renders it
    recipient text not null,
    locale text not null,
    about_id integer not null,               -- the row it is about, in a table of the slice
    created_at integer not null,
    due_at integer not null,                 -- not before; a worker that takes the mail moves it to the lease's end
    state integer not null default 0,        -- 0 waiting, 1 delivered, 2 failed, 3 no longer wanted
    attempts integer not null default 0,
    last_error text not null default ''
) strict;

-- The only other index, and only over what waits: inserting must stay cheap.
create index outbox_due on outbox (due_at) where state = 0;
