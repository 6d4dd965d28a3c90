-- The library named the champion who sent a photo with a report; their name stands with the report alone, from where
-- erasing takes it.
update picture set source = ''
where source = created_by and id in (select picture_id from presentation_report where picture_id <> 0);
update picture set created_by = 'champion' where id in (select picture_id from presentation_report where picture_id <> 0);
-- A champion who was erased keeps no words of theirs.
update presentation set reason = ''
where decided_by = 'champion' and champion_id in (select id from champion where erased_at is not null);
