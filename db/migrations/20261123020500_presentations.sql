-- How somebody is met at a time that is taken, so that their way there and back stays free whatever comes next to it. What
-- was taken before counts as in person, which keeps more free rather than less.
alter table champion_hold add column format integer not null default 0;  -- 0 in person, 1 online
drop index champion_hold_start;
create index champion_hold_start on champion_hold (starts_at, ends_at, champion_id, format);
