-- A host may name the champion they would like, without choosing one of their free times: they are asked first.
alter table presentation add column wanted_champion_id integer;

-- The time of a champion is taken by presentations, and by events as well.
alter table champion_hold rename column presentation_id to holder_id;
alter table champion_hold add column holder integer not null default 0;  -- 0 a presentation, 1 an event
