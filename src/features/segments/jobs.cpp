#include "features/segments/jobs.h"

#include <vector>

#include "features/segments/store.h"

namespace segments {
namespace {

constexpr auto kNight = base::hours(7);       // UTC: deep in the night from Newfoundland to British Columbia
constexpr auto kJustNow = base::minutes(20);  // far more than a minute: a job may be late
constexpr std::int64_t kAtOnce = 500;         // addresses, in one transaction

// What waits for these goes over to them, so that the next look finds others.
template <class Look>
void adopt_all(db::Database& database, const Look& look) {
    for (;;) {
        const std::vector<store::EarlyAddress> early = database.read(look);
        if (early.empty()) return;
        database.write([&](db::Write& write) {
            for (const store::EarlyAddress& each : early) store::adopt(write, each);
        });
    }
}

}  // namespace

void adopt_newcomers(db::Database& database, base::Instant now) {
    adopt_all(database, [now](db::Read& read) { return store::newcomers(read, now - kJustNow, kAtOnce); });
}

void adopt_everybody(db::Database& database) {
    adopt_all(database, [](db::Read& read) { return store::known_by_now(read, kAtOnce); });
}

void add_jobs(jobs::Handlers& handlers, db::Database& database) {
    handlers.every("segments.newcomers", base::minutes(1),
                   [&database](const jobs::Job& job) { adopt_newcomers(database, job.now); });
    handlers.daily("segments.everybody", kNight, [&database](const jobs::Job&) { adopt_everybody(database); });
}

}  // namespace segments
