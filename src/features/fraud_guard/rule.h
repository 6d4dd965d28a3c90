// features/fraud_guard/rule.h - the rules by which a sign-on looks odd, kept as data: data/fraud/rules.csv gives each
// its weight, its limit and its window; staff change weights and limits.
#pragma once
#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "base/instant.h"
#include "base/problem.h"

namespace fraud_guard {

// Stored as bits of a signature's reasons: a number never changes its meaning.
enum class Rule : int {
    trap_filled = 0,
    too_quick = 1,
    quick = 2,
    no_stamp = 3,
    random_address = 4,
    many_digits = 5,
    plus_tag = 6,
    disposable_domain = 7,
    network_minute = 8,
    network_five_minutes = 9,
    subnet = 10,
    petition_speed = 11,
    one_letter_name = 12,
    keyboard_name = 13,
    random_name = 14,
    repeated_name = 15,
    name_is_address = 16,
    link = 17,
    repeated_comment = 18,
    address_family = 19,
    foreign_domain = 20,
    same_dwell = 21,
    watched = 22,
    trending_domain = 23,
    no_script = 24,
    no_proof = 25,
    bad_proof = 26,
    used_proof = 27,
    block_listed = 28,
    bad_network = 29,
    trending_country = 30,
};
inline constexpr int kRules = 31;

constexpr std::int64_t bit_of(Rule rule) { return std::int64_t{1} << static_cast<int>(rule); }

// "too_quick": as in the data and in addresses of forms.
std::string_view key_of(Rule rule);
std::optional<Rule> rule_of(std::string_view key);

// What staff read beside a signature, and the sentence that explains the rule.
struct RuleWords {
    base::Message reason;       // "Sent within seconds of opening the form"
    base::Message explanation;  // when it speaks, and whom it hits unjustly
};
const RuleWords& words_of(Rule rule);

struct RuleSetting {
    std::int64_t weight = 0;              // points of the score, 0..100; 0: the rule is off
    std::optional<std::int64_t> limit{};  // how many, or how long; absent: the rule has none
    base::Duration window{};              // within which it counts; zero: it does not count
};

// All rules and the two scores at which something happens.
struct RuleBook {
    std::array<RuleSetting, kRules> rules{};
    std::int64_t flag_from = 40;  // somebody looks at it
    std::int64_t ask_from = 60;   // under pressure: a proof of work is asked for

    const RuleSetting& operator[](Rule rule) const { return rules[static_cast<std::size_t>(rule)]; }
    RuleSetting& operator[](Rule rule) { return rules[static_cast<std::size_t>(rule)]; }
    std::int64_t limit(Rule rule) const { return (*this)[rule].limit.value_or(0); }
};

// As shipped: data/fraud/rules.csv.
const RuleBook& shipped_rules();

}  // namespace fraud_guard
