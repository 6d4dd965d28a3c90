-- Presentations: who asked for one, which champion was offered it, who holds it when, and what came of it.
create table presentation (
    id integer primary key,
    level_id integer not null,          -- whose coordinators look after it
    origin integer not null,            -- 0 asked for, 1 a free time was booked, 2 entered by staff, 3 a conversation that
                                        -- nobody booked
    state integer not null,             -- 0 address not confirmed, 1 waits for a coordinator or a champion, 2 offered to
                                        -- champions, 3 booked, 4 held, 5 cancelled, 6 declined, 7 somebody did not come
    host_group text not null,
    audience integer not null,
    expected_size integer not null,
    format integer not null,            -- 0 in person, 1 online
    place text not null,                -- the room, or '' online
    town text not null,
    province text not null,             -- "NB"
    topic_id integer not null,          -- of the champions' topics; 0: whichever
    language text not null,             -- in which it is held
    accessibility text not null,
    words text not null,                -- whatever else they wrote
    contact_name text not null,
    phone text not null,
    email text not null,                -- '' once erased, and of conversations
    address_hash integer not null,
    locale text not null,               -- in which we write to them
    zone text not null,                 -- of the place: "America/Moncton"
    minutes integer not null,
    champion_id integer,                -- who holds it, once booked
    starts_at integer,
    sequence integer not null default 0,  -- of its invitations: each change is one more
    round integer not null default 0,   -- how often it was offered
    created_at integer not null,
    confirmed_at integer,               -- the address
    booked_at integer,
    escalated_at integer,               -- since when it waits for a coordinator
    decided_at integer,                 -- the newest decision of a person
    decided_by text not null default '',  -- "host", "champion", or the name of a member of staff
    reason text not null default '',    -- why it was cancelled, declined or missed
    reminded_at integer,
    report_asked_at integer,
    mails integer not null default 1    -- ordered about the confirmation of its address, at most 5
) strict;
create index presentation_state on presentation (state, id);
create index presentation_start on presentation (starts_at, id);
create index presentation_champion on presentation (champion_id, starts_at);
create index presentation_address on presentation (address_hash);
create index presentation_level on presentation (level_id, id);

-- The dates that the host can do, best first.
create table presentation_date (
    id integer primary key,
    presentation_id integer not null,
    starts_at integer not null
) strict;
create index presentation_date_presentation on presentation_date (presentation_id, id);

-- Who was asked to hold it, why they, and what they said. The first who accepts has it.
create table presentation_offer (
    id integer primary key,
    presentation_id integer not null,
    champion_id integer not null,
    round integer not null,
    state integer not null,             -- 0 open, 1 accepted, 2 refused, 3 nobody answered in time, 4 somebody else was
                                        -- first, or it is not wanted any more
    reasons text not null,              -- why they match: "language province topic load:2"
    offered_at integer not null,
    expires_at integer not null,
    answered_at integer,
    words text not null default ''      -- why they refused
) strict;
create index presentation_offer_presentation on presentation_offer (presentation_id, id);
create index presentation_offer_champion on presentation_offer (champion_id, state);
create index presentation_offer_open on presentation_offer (expires_at) where state = 0;

-- The time of a champion that a presentation takes. Two of one champion never overlap: the database itself sees to that.
create table champion_hold (
    id integer primary key,
    presentation_id integer not null unique,
    champion_id integer not null,
    starts_at integer not null,
    ends_at integer not null,
    check (starts_at < ends_at)
) strict;
create index champion_hold_champion on champion_hold (champion_id, starts_at);

-- Every invitation, change and reminder that was mailed: what the calendar of who got it says.
create table presentation_notice (
    id integer primary key,
    presentation_id integer not null,
    recipient integer not null,         -- 0 the host, 1 the champion
    champion_id integer,
    kind integer not null,              -- 0 booked, 1 moved, 2 cancelled, 3 reminder, 4 asked for a report, 5 thanks,
                                        -- 6 waits, 7 declined, 8 somebody else is looked for
    starts_at integer,
    minutes integer not null,
    sequence integer not null,
    created_at integer not null
) strict;
create index presentation_notice_presentation on presentation_notice (presentation_id, id);

-- What came of it, as the champion tells.
create table presentation_report (
    presentation_id integer primary key,
    attendance integer not null,
    questions text not null,            -- what people asked
    feeling_before integer not null,    -- 1 to 5: how hopeful the room was; 0 where nobody asked
    feeling_after integer not null,
    words text not null,                -- for the campaign; not shown
    picture_id integer not null default 0,
    reported_at integer not null,
    reported_by text not null
) strict;

-- Who asked at a presentation to be on the email list. They are once they confirm it themselves.
create table presentation_name (
    id integer primary key,
    presentation_id integer not null,
    given_name text not null,
    family_name text not null,
    email text not null,
    address_hash integer not null,
    locale text not null,
    asked_at integer not null,
    confirmed_at integer,
    denied_at integer,
    unique (presentation_id, address_hash)
) strict;
create index presentation_name_address on presentation_name (address_hash);

-- What the host says about it afterwards.
create table presentation_feedback (
    presentation_id integer primary key,
    rating integer not null,            -- 1 to 5
    words text not null,
    may_quote integer not null,
    given_at integer not null
) strict;

-- To whom a level's requests go that found no champion.
create table presentation_coordinator (
    level_id integer primary key,
    email text not null,
    locale text not null,
    changed_at integer not null
) strict;

-- An insert that overlaps inserts nothing: "on conflict do nothing" says so on PostgreSQL, where the constraint also
-- holds between transactions that do not see each other; SQLite has one writer at a time, and a trigger that does the
-- same. The number of a champion and the microseconds make one range, so that no extension is needed.
-- only postgres
alter table champion_hold add constraint champion_hold_apart exclude using gist (
    numrange(champion_id::numeric * 10000000000000000 + starts_at, champion_id::numeric * 10000000000000000 + ends_at)
    with &&);
-- only sqlite
create trigger champion_hold_apart before insert on champion_hold
when exists (select 1 from champion_hold
             where champion_id = new.champion_id and starts_at < new.ends_at and ends_at > new.starts_at)
begin
    select raise(ignore);
end;
create trigger champion_hold_stays before update on champion_hold
begin
    select raise(abort, 'a hold is taken away and made anew');
end;
