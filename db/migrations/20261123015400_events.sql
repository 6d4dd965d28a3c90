-- The champion who was to give an event stopped: since when nobody does, until staff decide who. And a draft that is not
-- wanted any more: kept for some days without being shown, so that its champion can be told what it was.
alter table event add column champion_lost_at integer;
alter table event add column deleted_at integer;
