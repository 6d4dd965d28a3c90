-- Mails that follow each other by themselves: a welcome, thanks after signing, an anniversary.
create table mail_series (
    id integer primary key,
    name text not null,
    trigger_kind text not null,       -- what people do to come in: key of a ports::ActionKind
    trigger_about integer not null,
    segment_id integer,               -- only who is in it gets the mails; null: everybody
    exit_segment_id integer,          -- who comes to be in it leaves the series; null: nobody does
    topic integer,                    -- bit of mail_topic; null: none in particular
    made_by text not null,
    created_at integer not null,
    changed_at integer not null,
    switched_on_at integer            -- null: nobody comes in, and nothing is sent
) strict;
create index mail_series_trigger on mail_series (trigger_kind, trigger_about);

create table mail_series_step (
    series_id integer not null references mail_series (id),
    position integer not null,        -- 0, 1, ...
    mailing_id integer not null,
    days_after integer not null,      -- since they came in; never falls from step to step
    edition_id integer,               -- its words as they were when the series was switched on
    primary key (series_id, position)
) strict;

-- Who is in a series. A row stays when they are through, so that nobody gets the same series twice.
create table mail_series_member (
    series_id integer not null references mail_series (id),
    person_id integer not null,
    entered_at integer not null,
    next_step integer not null,
    due_at integer,                   -- of the next step; null: they are through, or left
    ended integer not null default 0, -- 0 under way, 1 had all mails, 2 left the list, 3 met the exit rule
    primary key (series_id, person_id)
) strict;
create index mail_series_due on mail_series_member (due_at) where due_at is not null;
create index mail_series_person on mail_series_member (person_id);
