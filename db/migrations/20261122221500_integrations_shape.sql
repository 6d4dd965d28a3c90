-- Programs that were written for Action Network hear of signatures in its shape.
alter table webhook add column shape integer not null default 0; -- 0 our own, 1 OSDI with links, 2 OSDI with the person
alter table webhook_event add column signature_id integer not null default 0; -- of one signature; 0: names none
