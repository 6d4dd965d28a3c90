-- A picture of the campaign rebuilt from supporters' photos. Who stands in it, and in which cell, is here; the tiles that
-- visitors see are files, and can all be drawn anew from these rows.
create table mosaic (
    id integer primary key,
    picture_id integer not null,            -- of the library: what it is to look like
    title_en text not null,
    title_fr text not null,
    alt_en text not null,                   -- what the picture shows, as the library said it when this was begun
    alt_fr text not null,
    across integer not null,                -- cells beside each other
    down integer not null,                  -- and below each other
    tint integer not null,                  -- percent by which photos take on the picture's colours
    state integer not null,                 -- 0 waits, 1 gathers photos, 2 is drawn, 3 is shown, 4 could not be made
    target text not null default '',        -- address of a file: two by two colours of each cell, three bytes each
    gathered_to integer not null default 0, -- the voice up to which photos were looked at
    gathered integer not null default 0,    -- how many of them
    placed integer not null default 0,      -- filled cells
    changes integer not null default 0,     -- grows with each cell that is filled or freed
    created_at integer not null,
    created_by text not null,
    shown_at integer
) strict;

-- One voice of the wall as the mosaics need it. It goes in the transaction in which the voice goes.
create table mosaic_photo (
    voice_id integer primary key,
    made_of text not null,                  -- address of the photo's file: another one means another photo
    tile text not null,                     -- address of the small square picture
    quarters text not null                  -- the mean colours of its quarters, 24 hexadecimal digits
) strict;
create index mosaic_photo_tile on mosaic_photo (tile);

-- A voice stands in a mosaic once.
create table mosaic_cell (
    mosaic_id integer not null references mosaic (id),
    cell integer not null,                  -- row by row from the upper left, from 0
    voice_id integer not null references mosaic_photo (voice_id),
    primary key (mosaic_id, cell)
) strict;
create unique index mosaic_cell_voice on mosaic_cell (voice_id, mosaic_id);

-- The tiles of the deep-zoom pyramid. One with drawn < revision shows what was; where its file is '', nothing.
create table mosaic_tile (
    mosaic_id integer not null references mosaic (id),
    zoom integer not null,                  -- the level: 0 is one pixel
    across integer not null,
    down integer not null,
    file text not null,
    revision integer not null,
    drawn integer not null,
    primary key (mosaic_id, zoom, across, down)
) strict;
create index mosaic_tile_stale on mosaic_tile (mosaic_id, zoom) where drawn < revision;
create index mosaic_tile_file on mosaic_tile (file);
