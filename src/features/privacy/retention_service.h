// features/privacy/retention_service.h - what goes after how long: the rules with their days, what they would take now,
// and the nightly run.
#pragma once
#include <string>
#include <vector>

#include "features/privacy/services.h"
#include "platform/db/database.h"
#include "ports/retention.h"

namespace privacy {

inline constexpr std::int64_t kMostDays = 36'500;

// A rule as it stands.
struct StandingRule {
    const ports::RetentionRule& rule;
    std::int64_t days;
    std::int64_t due;  // rows or people that a run would take now
};
std::vector<StandingRule> standing_rules(const ports::Retention& retention, db::Read& read, base::Instant now);

// Every rule, in short transactions; each leaves a row in the log.
void run_rules(db::Database& database, const ports::Retention& retention, base::Instant now);

// Links that have run out.
ports::RetentionRule access_rule();
// People who never agreed to anything and of whom no slice knows anything that they did. All of `services` outlives it.
ports::RetentionRule idle_people_rule(const Services& services);

}  // namespace privacy
