// features/fraud_guard/findings.h - which rules spoke about one sign-on, and what that adds up to.
#pragma once
#include <algorithm>
#include <cstdint>

#include "features/fraud_guard/rule.h"

namespace fraud_guard {

// Rules about where a sign-on came from. Many honest people share an address, so that these together count
// kMostFromNetwork points at most: enough to be looked at, never enough to be asked for a proof.
inline constexpr std::int64_t kNetworkRules =
    bit_of(Rule::network_minute) | bit_of(Rule::network_five_minutes) | bit_of(Rule::subnet);
inline constexpr std::int64_t kMostFromNetwork = 50;

class Findings {
public:
    explicit Findings(const RuleBook& book) : book_(book) {}

    void add(Rule rule) {
        if (book_[rule].weight == 0 || has(rule)) return;
        reasons_ |= bit_of(rule);
        ((bit_of(rule) & kNetworkRules) != 0 ? network_ : own_) += book_[rule].weight;
    }
    void add_if(bool spoke, Rule rule) {
        if (spoke) add(rule);
    }

    const RuleBook& book() const { return book_; }
    bool has(Rule rule) const { return (reasons_ & bit_of(rule)) != 0; }
    std::int64_t reasons() const { return reasons_; }
    // 0..100.
    std::int64_t score() const { return std::min<std::int64_t>(100, own_ + std::min(network_, kMostFromNetwork)); }
    // Without what only its network is blamed for.
    std::int64_t own_score() const { return own_ - (has(Rule::bad_network) ? book_[Rule::bad_network].weight : 0); }

private:
    const RuleBook& book_;
    std::int64_t reasons_ = 0, own_ = 0, network_ = 0;
};

}  // namespace fraud_guard
