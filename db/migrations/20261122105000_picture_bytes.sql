-- How long the files of pictures are, for feeds. 0: made before this was kept.
alter table picture_size add column bytes integer not null default 0;
