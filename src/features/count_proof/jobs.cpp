#include "features/count_proof/jobs.h"

#include <algorithm>

#include <fmt/format.h>

#include "features/count_proof/audit_service.h"
#include "features/count_proof/store.h"

namespace count_proof {
namespace {

constexpr std::chrono::seconds kOneTurn{20};

std::vector<ports::Finding> tree_findings(db::Read& read) {
    std::vector<ports::Finding> findings;
    for (auto& problem : problems_of_log(read)) findings.push_back({std::move(problem)});
    return findings;
}

// Only of counts that petitions keep: what else follows the log has a count of its own. Before the log has begun, or
// while it still takes in what came before, there is nothing to compare.
std::vector<ports::Finding> count_findings(const ports::Signers& signers, db::Read& read) {
    const auto log = store::log(read);
    if (!log || log->backfill || !signers.standing) return {};
    const auto in_log = store::standing(read);
    std::vector<ports::Finding> findings;
    for (const ports::StandingCount& count : signers.standing(read)) {
        const TallyKey key{count.petition, count.signer_class};
        const auto found = std::ranges::find(in_log, key, &std::pair<TallyKey, std::int64_t>::first);
        const std::int64_t standing = found == in_log.end() ? 0 : found->second;
        if (standing != count.standing)
            findings.push_back(
                {fmt::format("petition {}, {}: {} are counted, the log was told of {}", count.petition.value,
                             name_of(count.signer_class), count.standing, standing)});
    }
    return findings;
}

}  // namespace

void add_jobs(jobs::Handlers& handlers, const LogKeeper& keeper) {
    handlers.every("count_proof.head", base::minutes(1), [&keeper](const jobs::Job&) { keeper.work_for(kOneTurn); });
}

std::vector<ports::Check> checks(const ports::Signers& signers) {
    return {{"count_proof.tree", tree_findings},
            {"count_proof.counts", [&signers](db::Read& read) { return count_findings(signers, read); }}};
}

}  // namespace count_proof
