#include "features/petitions/jobs.h"

#include <fmt/format.h>

#include "features/petitions/retention_store.h"

namespace petitions {
namespace {

constexpr auto kNight = base::hours(7);  // UTC: deep in the night from Newfoundland to British Columbia
constexpr auto kGrace = base::days(2);

std::vector<ports::Finding> late_networks(db::Read& read, std::int64_t network_days) {
    const auto late = store::count_old_networks(read, db::now() - base::days(network_days) - kGrace);
    if (late == 0) return {};
    return {{fmt::format(
        "{} signatures older than privacy.network_days still have a network address; does a server run?", late)}};
}

}  // namespace

void add_jobs(jobs::Handlers& handlers, db::Database& database, std::int64_t network_days) {
    handlers.daily("petitions.forget_networks", kNight, [&database, network_days](const jobs::Job& job) {
        if (network_days > 0) forget_old_networks(database, job.now - base::days(network_days));
    });
}

ports::Check network_check(std::int64_t network_days) {
    return {"petitions.networks", [network_days](db::Read& read) {
                return network_days > 0 ? late_networks(read, network_days) : std::vector<ports::Finding>{};
            }};
}

// In short transactions, so that nobody who signs meanwhile waits for it.
std::int64_t forget_old_networks(db::Database& database, base::Instant signed_before) {
    std::int64_t changed = 0;
    store::OldNetworks old{.signed_before = signed_before};
    while (true) {
        const auto ids = database.read([&old](db::Read& read) { return store::with_old_network(read, old); });
        if (ids.empty()) return changed;
        database.write([&ids](db::Write& write) { store::forget_networks(write, ids); });
        changed += std::ssize(ids);
        old.after = ids.back();
    }
}

}  // namespace petitions
