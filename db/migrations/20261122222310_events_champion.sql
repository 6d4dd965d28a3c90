-- The champion who gives an event: their time is taken like that of a presentation.
alter table event add column champion_id integer;
create index event_champion on event (champion_id, starts_at);
