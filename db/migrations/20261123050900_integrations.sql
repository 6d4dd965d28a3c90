-- Webhooks also hear of the email list: who joined, who left, which form was filled in, who was erased.
alter table webhook_event add column person_id integer not null default 0;  -- 0: about no person
alter table webhook_event add column sign_up_id integer not null default 0; -- of a form that was filled in
alter table webhook_event add column form text not null default '';         -- its slug

-- A step is told once, however often its job runs.
create unique index webhook_event_person on webhook_event (person_id, kind, happened_at) where person_id <> 0;
