-- Mails of a province or a local go to its own people: one more copy in the narrow table that is read for everybody.
alter table mail_standing add column level_id integer; -- null: not known where they belong
update mail_standing set level_id = (select level_id from person where id = mail_standing.person_id);
