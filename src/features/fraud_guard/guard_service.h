// features/fraud_guard/guard_service.h - looks at each sign-on before it is recorded. In memory, from any thread.
#pragma once
#include <array>
#include <atomic>
#include <cstdint>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <vector>

#include "features/fraud_guard/findings.h"
#include "features/fraud_guard/lists_service.h"
#include "features/fraud_guard/pressure.h"
#include "features/fraud_guard/proof.h"
#include "features/fraud_guard/recent_counts.h"
#include "features/fraud_guard/rule.h"
#include "features/fraud_guard/trends_service.h"
#include "features/fraud_guard/used_proofs.h"
#include "ports/sign_on_guard.h"

namespace fraud_guard {

// What the sign form's proof field holds when no script has touched it.
inline constexpr std::string_view kNoScript = "no-script";

// What staff can change.
struct Policy {
    RuleBook book = shipped_rules();
    PressureSetting pressure{};
    std::int64_t least_load_step = 0;  // what is left out at least (ports/load_ladder.h): 0 nothing, ... 4
    Lists lists{};
};

// What staff see at a glance.
struct Situation {
    std::optional<base::Instant> pressure_since;
    MinuteTotals last_minute;
    std::array<std::int64_t, kRules> spoken{};  // how often each rule spoke since the start
    std::int64_t judged = 0;
    std::vector<Trend> rising;
    std::vector<Trend> domains, networks;  // the most frequent
};

class Guard {
public:
    explicit Guard(PuzzleKey key, Policy policy = {});

    // Takes some microseconds. Counts what it sees; `facts.at` is the only clock.
    ports::Judgement judge(const ports::SignOnFacts& facts);

    // From the next sign-on on.
    void follow(Policy policy);
    std::shared_ptr<const Policy> policy() const { return policy_.load(); }

    // Since when a proof of work is asked for; nullopt: it is not.
    std::optional<base::Instant> pressure_since() const;

    // A fresh puzzle.
    Puzzle puzzle(base::Instant now) const;
    const PuzzleKey& key() const { return key_; }
    UsedProofs& used_proofs() { return used_; }

    // What is better done off the hot path: follows the trends, and looks whether the pressure is over. Once a second.
    void tend(base::Instant now);
    Situation situation(base::Instant now) const;

private:
    struct Sender;
    static constexpr std::size_t kShards = 16;
    static constexpr std::size_t kMostSightings =
        200;  // of one shard between two calls of tend(): enough to see a trend
    struct Shard {
        mutable std::mutex mutex{};
        LastMinute minute{};
        std::array<std::int64_t, kRules> spoken{};
        std::int64_t judged = 0;
        std::vector<Sighting> sightings{};
    };

    void look_at_form(const ports::SignOnFacts& facts, Findings& findings);
    void look_at_address(const Sender& sender, Findings& findings);
    void look_at_names(const ports::SignOnFacts& facts, const Sender& sender, Findings& findings);
    void look_at_network(const ports::SignOnFacts& facts, Findings& findings);
    void look_at_crowd(const ports::SignOnFacts& facts, const Sender& sender, Findings& findings);
    ports::Verdict look_at_proof(const ports::SignOnFacts& facts, Findings& findings);
    void remember(const ports::SignOnFacts& facts, const Sender& sender, const Findings& findings);
    void look_at_pressure(base::Instant at);
    MinuteTotals last_minute(base::Instant at) const;

    PuzzleKey key_;
    std::atomic<std::shared_ptr<const Policy>> policy_;
    UsedProofs used_;

    RecentCounts networks_, subnets_, bad_networks_, names_, comments_, families_, domains_, dwells_;
    RecentCounts crowd_, crowd_minute_;  // all sign-ons of a petition

    std::array<Shard, kShards> shards_;
    std::atomic<std::int64_t> pressure_since_ = 0;  // microseconds; 0: none
    std::atomic<std::int64_t> looked_at_ = 0;       // the second of the last look
    mutable std::mutex tending_;
    PressureSwitch pressure_;
    Trends trends_;
};

}  // namespace fraud_guard
