// models/budget_fairness/engine/law.h - the rules of all provinces and territories together, as the engine takes them.
#pragma once
#include <array>
#include <cstdint>

#include "models/budget_fairness/rules/rule_set.h"

namespace budget_fairness {

// The rules by the place where a family lives; the one of canada is not used. A reform is a changed copy.
struct Law {
    std::array<RuleSet, kJurisdictions> places;

    RuleSet& at(Jurisdiction jurisdiction) { return places[static_cast<std::size_t>(jurisdiction)]; }
    const RuleSet& at(Jurisdiction jurisdiction) const { return places[static_cast<std::size_t>(jurisdiction)]; }
};

// Equal numbers, equal fingerprint; dates and gaps do not count. Different numbers have different ones, but for one
// chance in 2^128.
struct Fingerprint {
    std::uint64_t high = 0;
    std::uint64_t low = 0;
    auto operator<=>(const Fingerprint&) const = default;
};
Fingerprint fingerprint(const Law& law);

}  // namespace budget_fairness
