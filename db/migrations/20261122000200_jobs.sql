-- Work for later. A job that was done is gone; one that was given up stays, to be looked at.
create table job (
    id integer not null primary key,         -- grows with time
    kind text not null,                      -- 'photos.shrink': slice and work
    payload text not null,
    created_at integer not null,
    due_at integer not null,                 -- not before; a worker that takes the job moves it to the lease's end
    state integer not null default 0,        -- 0 waiting, 2 failed
    attempts integer not null default 0,
    last_error text not null default ''
) strict;

create index job_due on job (due_at) where state = 0;

-- When work that comes back by itself is due next.
create table job_schedule (
    kind text not null primary key,
    due_at integer not null
) strict;
