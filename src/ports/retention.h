// ports/retention.h - which data goes after how long: each slice gives its rules, the slice of privacy runs them every
// night and shows what they would take.
#pragma once
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "base/check.h"
#include "base/instant.h"
#include "base/problem.h"
#include "platform/db/transaction.h"

namespace ports {

// One short transaction of a run.
struct RetentionStep {
    base::Instant before;      // what is older goes
    std::int64_t limit = 500;  // rows to look at, at most
    std::int64_t cursor = 0;   // where the step before ended; 0 at first
};
struct RetentionDone {
    std::int64_t gone = 0;                 // rows, or people
    std::optional<std::int64_t> cursor{};  // where to go on; nullopt: by `gone` alone, until it is 0
};

struct RetentionRule {
    std::string key;      // "mailing_list.unconfirmed"; unique
    base::Message label;  // "Sign-ups for the email list that nobody confirmed"
    std::int64_t usual_days;
    std::int64_t fewest_days = 1;  // staff cannot choose less
    // What a run would take now; changes nothing.
    std::function<std::int64_t(db::Read&, base::Instant before)> count;
    std::function<RetentionDone(db::Write&, const RetentionStep&)> forget;
};

class Retention {
public:
    void add(RetentionRule rule) {
        for (const auto& each : rules_) CHECK(each.key != rule.key);
        rules_.push_back(std::move(rule));
    }
    const std::vector<RetentionRule>& rules() const { return rules_; }

private:
    std::vector<RetentionRule> rules_;
};

}  // namespace ports
