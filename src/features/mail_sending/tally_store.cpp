#include "features/mail_sending/tally_store.h"

namespace mail_sending::store {
namespace {

BlastTally read_tally(const db::Row& row) {
    return {row.as<BlastId>(0), Tally{.variant = {row.as<int>(1)},
                                      .taken = row.integer(2),
                                      .delivered = row.integer(3),
                                      .refused = row.integer(4),
                                      .given_up = row.integer(5),
                                      .dropped = row.integer(6),
                                      .hard = row.integer(7),
                                      .soft = row.integer(8),
                                      .blocked = row.integer(9),
                                      .complaints = row.integer(10),
                                      .unsubscribed = row.integer(11)}};
}

const db::Query<BlastTally()> kKept{
    R"(select blast_id, variant, taken, delivered, refused, given_up, dropped, hard, soft, blocked, complaints,
              unsubscribed
       from mail_tally order by blast_id, variant)",
    read_tally};

// A copy may come back more than once, each time in another way.
const db::Query<BlastTally()> kRecounted{
    R"(with returns as (
           select m.blast_id as blast_id, m.variant as variant,
                  count(case when r.kind = 1 then 1 end) as hard, count(case when r.kind = 2 then 1 end) as soft,
                  count(case when r.kind = 3 then 1 end) as blocked,
                  count(case when r.kind = 4 then 1 end) as complaints,
                  count(case when r.kind = 5 then 1 end) as unsubscribed
           from mail_return r join sent_mail m on m.id = r.mail_id
           where m.blast_id is not null group by m.blast_id, m.variant),
       copies as (
           select blast_id, variant, count(*) as taken, count(case when state = 2 then 1 end) as delivered,
                  count(case when state = 3 then 1 end) as refused, count(case when state = 4 then 1 end) as given_up,
                  count(case when state in (5, 6) then 1 end) as dropped
           from sent_mail where blast_id is not null group by blast_id, variant)
       select c.blast_id, c.variant, c.taken, c.delivered, c.refused, c.given_up, c.dropped,
              coalesce(r.hard, 0), coalesce(r.soft, 0), coalesce(r.blocked, 0), coalesce(r.complaints, 0),
              coalesce(r.unsubscribed, 0)
       from copies c left join returns r on r.blast_id = c.blast_id and r.variant = c.variant
       order by c.blast_id, c.variant)",
    read_tally};

const db::Query<BlastTally(BlastId)> kTallies{
    R"(select blast_id, variant, taken, delivered, refused, given_up, dropped, hard, soft, blocked, complaints,
              unsubscribed
       from mail_tally where blast_id = $1 order by variant)",
    read_tally};
const db::Command<void(BlastId, int, std::int64_t, std::int64_t, std::int64_t, std::int64_t, std::int64_t, std::int64_t,
                       std::int64_t, std::int64_t, std::int64_t, std::int64_t)>
    kAdd{
        R"(insert into mail_tally (blast_id, variant, taken, delivered, refused, given_up, dropped, hard, soft, blocked,
                                   complaints, unsubscribed)
           values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)
           on conflict (blast_id, variant) do update set
               taken = mail_tally.taken + excluded.taken, delivered = mail_tally.delivered + excluded.delivered,
               refused = mail_tally.refused + excluded.refused, given_up = mail_tally.given_up + excluded.given_up,
               dropped = mail_tally.dropped + excluded.dropped, hard = mail_tally.hard + excluded.hard,
               soft = mail_tally.soft + excluded.soft, blocked = mail_tally.blocked + excluded.blocked,
               complaints = mail_tally.complaints + excluded.complaints,
               unsubscribed = mail_tally.unsubscribed + excluded.unsubscribed)"};

}  // namespace

Tally& Tally::operator+=(const Tally& other) {
    taken += other.taken;
    delivered += other.delivered;
    refused += other.refused;
    given_up += other.given_up;
    dropped += other.dropped;
    hard += other.hard;
    soft += other.soft;
    blocked += other.blocked;
    complaints += other.complaints;
    unsubscribed += other.unsubscribed;
    return *this;
}

std::vector<Tally> tallies(db::Read& read, BlastId id) {
    std::vector<Tally> found;
    read.each(kTallies, [&](const BlastTally& each) { found.push_back(each.tally); }, id);
    return found;
}

Tally total(db::Read& read, BlastId id) {
    Tally sum;
    for (const Tally& each : tallies(read, id)) sum += each;
    return sum;
}

void add(db::Write& write, BlastId id, const Tally& step) {
    write.run(kAdd, id, step.variant.number, step.taken, step.delivered, step.refused, step.given_up, step.dropped,
              step.hard, step.soft, step.blocked, step.complaints, step.unsubscribed);
}

std::vector<BlastTally> kept_tallies(db::Read& read) { return read.all(kKept); }

std::vector<BlastTally> recounted_tallies(db::Read& read) { return read.all(kRecounted); }

}  // namespace mail_sending::store
