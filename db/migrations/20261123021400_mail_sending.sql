-- The rules as they were when the sending was confirmed: whoever changes the segment afterwards changes nobody's mail.
alter table mail_blast add column frozen_segment_id integer;
