-- Staff look at the copies of one blast that are in one state, among ten million of them.
drop index sent_mail_undelivered;
create index sent_mail_undelivered on sent_mail (blast_id, state, id) where state > 2;
create index sent_mail_waiting on sent_mail (blast_id, id) where state = 0;
