// features/fraud_guard/burst_house_test.h - feeds a made-up burst to a guard, and counts what became of whom.
#pragma once
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "features/fraud_guard/guard_service.h"
#include "models/statistics/pack.h"
#include "tests/support/made_up_burst.h"

namespace fraud_guard::house {

struct Outcome {
    int sign_ons = 0, flagged = 0, asked = 0, hindered = 0;
    void operator+=(const Outcome& other) {
        sign_ons += other.sign_ons;
        flagged += other.flagged;
        asked += other.asked;
        hindered += other.hindered;
    }
};

inline std::vector<std::string> disposable_domains() {
    std::vector<std::string> domains;
    const auto table = statistics::table_of(statistics::shipped_pack("fraud/disposable_domains"));
    for (const auto row : table.rows()) domains.emplace_back(row["domain"]);
    return domains;
}

// Lives through the burst: forms that were opened under pressure carry a puzzle, which browsers with scripts solve.
class Replay {
public:
    explicit Replay(Guard& guard) : guard_(guard) {}

    std::map<std::string, Outcome> run(const std::vector<test_support::MadeUpSignOn>& burst) {
        std::map<std::string, Outcome> outcomes;
        for (const auto& each : burst) {
            follow_pressure(each.at);
            Outcome& outcome = outcomes[std::string{each.group}];
            ++outcome.sign_ons;
            ports::Judgement judgement = judge(each, first_proof(each));
            if (judgement.verdict == ports::Verdict::ask_for_proof) {
                ++outcome.asked;
                const bool can = each.truth == test_support::Truth::honest && each.has_script;
                if (can) judgement = judge(each, solved(each.at));
                if (!can || judgement.verdict != ports::Verdict::accept) ++outcome.hindered;
            } else if (judgement.verdict == ports::Verdict::refuse) {
                ++outcome.hindered;
            }
            const bool caught = judgement.verdict != ports::Verdict::accept;
            if (!caught && judgement.score < guard_.policy()->book.flag_from) continue;
            ++outcome.flagged;
            if (each.truth == test_support::Truth::honest) count_reasons(judgement);
        }
        return outcomes;
    }

    // Which rules spoke about honest people who were flagged, and how often.
    const std::map<std::string_view, int>& reasons() const { return reasons_; }

private:
    void count_reasons(const ports::Judgement& judgement) {
        for (int i = 0; i < kRules; ++i)
            if ((judgement.reasons & bit_of(static_cast<Rule>(i))) != 0) ++reasons_[key_of(static_cast<Rule>(i))];
    }
    void follow_pressure(base::Instant at) {
        if (at - tended_at_ >= base::seconds(1)) {
            guard_.tend(at);
            tended_at_ = at;
        }
    }
    // What the browser sends along: the form carries a puzzle when there was pressure as it was opened.
    std::string first_proof(const test_support::MadeUpSignOn& each) {
        const auto since = guard_.pressure_since();
        const bool had_puzzle = since && each.dwell && each.at - *each.dwell >= *since + base::seconds(2);
        if (!had_puzzle) return "";
        if (each.truth == test_support::Truth::honest && each.has_script) return solved(each.at);
        return std::string{kNoScript};
    }
    std::string solved(base::Instant at) {
        const Puzzle puzzle = make_puzzle(guard_.key(), {at, 3}, random_);
        return payload_of(puzzle, *solve(puzzle));
    }
    ports::Judgement judge(const test_support::MadeUpSignOn& each, const std::string& proof) {
        const auto email = base::EmailAddress::parse(each.email);
        const auto client = http::ClientAddress::parse(each.network);
        return guard_.judge({.slug = "library",
                             .email = *email,
                             .address_hash = 0,
                             .given_name = each.given_name,
                             .family_name = each.family_name,
                             .country = each.country,
                             .postal_code = each.postal_code,
                             .place = "",
                             .comment = each.comment,
                             .client = *client,
                             .trusted = ports::FromTrustedNetwork::no,
                             .trap = ports::TrapFilled::no,
                             .dwell = each.dwell,
                             .proof = proof,
                             .at = each.at});
    }

    Guard& guard_;
    base::Instant tended_at_{};
    std::map<std::string_view, int> reasons_;
    runtime::Random random_ = runtime::Random::seeded(1);
};

}  // namespace fraud_guard::house
