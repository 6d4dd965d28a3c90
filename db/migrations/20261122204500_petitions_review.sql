-- On a day when everybody signs, every signature has a few points for that alone: those do not wait for anybody.
drop index signature_review;
create index signature_review on signature (petition_id, score, id) where review = 0 and score >= 10;
