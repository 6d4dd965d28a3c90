-- Where a key may sign: at this level and below it; null: everywhere.
alter table api_key add column level_id integer;
