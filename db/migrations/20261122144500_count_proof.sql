-- Whoever is erased before the entry has its place: the salt still makes the commitment, and goes with the placing.
alter table count_proof_signature add column salt_goes integer not null default 0;
