#include "features/mailing_list/consent_store.h"

namespace mailing_list::store {
namespace {

const db::Command<void(people::PersonId, base::Instant, base::Instant)> kNote{
    R"(insert into list_consent_ended (person_id, ended_at, noted_at) values ($1, $2, $3)
       on conflict (person_id, ended_at) do nothing)"};
const db::Query<std::int64_t(base::Instant)> kCountEnded{"select count(*) from list_consent_ended where noted_at >= $1",
                                                         db::columns<std::int64_t, std::int64_t>};

struct SweepTag;
const db::Command<void(base::Id<SweepTag>, base::Instant, std::int64_t, std::int64_t)> kRecord{
    "insert into list_consent_sweep (id, at, ended, ending) values ($1, $2, $3, $4)"};
const db::Query<Sweep(std::int64_t)> kLatest{
    "select at, ended, ending from list_consent_sweep order by id desc limit $1",
    db::columns<Sweep, base::Instant, std::int64_t, std::int64_t>};

}  // namespace

bool note_ended(db::Write& write, const people::EndingConsent& ended) {
    return write.run(kNote, ended.person, ended.ends_at, write.now()) == 1;
}

std::int64_t count_ended_since(db::Read& read, base::Instant noted_since) {
    return read.one(kCountEnded, noted_since).value_or(0);
}

void record_sweep(db::Write& write, const Sweep& sweep) {
    write.run(kRecord, write.new_id<base::Id<SweepTag>>(), sweep.at, sweep.ended, sweep.ending);
}

std::vector<Sweep> latest_sweeps(db::Read& read, std::int64_t limit) { return read.all(kLatest, limit); }

}  // namespace mailing_list::store
