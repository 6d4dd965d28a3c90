// models/budget_fairness/engine/rules_by_place.h - the rules of all provinces and territories together, for one year.
#pragma once
#include <array>
#include <compare>
#include <cstdint>
#include <vector>

#include "base/result.h"
#include "models/budget_fairness/rules/law_book.h"

namespace budget_fairness {

// The rules by the place where a family lives; the one of canada is not used. A reform is a changed copy.
struct RulesByPlace {
    std::array<RuleSet, kJurisdictions> places;

    RuleSet& at(Jurisdiction jurisdiction) { return places[static_cast<std::size_t>(jurisdiction)]; }
    const RuleSet& at(Jurisdiction jurisdiction) const { return places[static_cast<std::size_t>(jurisdiction)]; }
};

// All thirteen for a tax year; what is missing where one has none.
base::Result<RulesByPlace, std::vector<Gap>> rules_by_place(const LawBook& law, int year);

// Equal numbers, equal fingerprint; dates and gaps do not count. Different numbers have different ones, but for one
// chance in 2^128.
struct Fingerprint {
    std::uint64_t high = 0;
    std::uint64_t low = 0;
    auto operator<=>(const Fingerprint&) const = default;
};
Fingerprint fingerprint(const RulesByPlace& rules);

}  // namespace budget_fairness
