-- Mails that were given up: few, and looked for on the first page of staff. Costs nothing where a mail is ordered.
create index outbox_failed on outbox (id) where state = 2;
