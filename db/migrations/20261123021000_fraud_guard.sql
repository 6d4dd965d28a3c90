-- When a puzzle was answered, so that several servers tell each other about the newest.
alter table fraud_used_proof add column used_at integer not null default 0;
create index fraud_used_proof_newest on fraud_used_proof (used_at);
