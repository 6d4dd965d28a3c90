-- The taken times of a few weeks, of all champions at once: read whenever free times are shown.
create index champion_hold_start on champion_hold (starts_at, ends_at, champion_id);
