-- Pictures that staff uploaded. What is kept of one is made anew of its pixels; the upload itself goes as soon as it is
-- read, since it may tell where it was taken.
create table picture (
    id integer primary key,
    state integer not null,             -- 0 preparing, 1 ready, 2 refused
    refusal integer not null,           -- why the last upload was not taken: 0 for taken
    upload text not null,               -- address of a file that still has to be read; '' for none
    master text not null,               -- address of what sizes are made from; '' until the first was read
    crop text not null,                 -- the part that is wanted: left top width height, in ten-thousandths
    made_crop text not null,            -- the part that the sizes show
    width integer not null,             -- of the largest size, in pixels
    height integer not null,
    placeholder text not null,          -- a data: address
    alt_en text not null,
    alt_fr text not null,
    is_decoration integer not null,     -- 1: needs no description
    credit text not null,
    source text not null,
    created_at integer not null,
    created_by text not null
) strict;

-- The files that are served.
create table picture_size (
    picture_id integer not null references picture (id),
    format integer not null,            -- 0 WebP, 1 JPEG
    width integer not null,             -- pixels
    height integer not null,
    file text not null,                 -- its address in the store of files, and in its public address
    primary key (picture_id, format, width)
) strict;
create index picture_size_file on picture_size (file);
create index picture_upload on picture (upload);
create index picture_master on picture (master);
