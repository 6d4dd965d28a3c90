-- When somebody whose link had run out asked for a fresh mail; the link in that one counts from here.
alter table signature add column renewed_at integer;
