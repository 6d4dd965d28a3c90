// models/budget_fairness/population/synthetic.h - makes a population out of published tables and a seed.
#pragma once
#include <cstdint>

#include "models/budget_fairness/population/population.h"

namespace budget_fairness {

// Where Old Age Security comes from: the rules calculate it, or, for years whose rules do not know it, it is income
// like any other, as the tables of 2012 have it and grown with prices.
enum class OldAge : std::uint8_t { calculated, as_income };

// The Guaranteed Income Supplement and the Allowance: exempt income as the tables have it, or left to the rules.
enum class Supplements : std::uint8_t { as_income, calculated };

struct Recipe {
    int year = 2019;               // 2012 to 2030: outside, the nearest
    std::size_t adults = 200'000;  // records of tax filers; at least 1,000 are made
    std::uint64_t seed = 1;
    OldAge old_age = OldAge::calculated;
    Supplements supplements = Supplements::as_income;
    bool operator==(const Recipe&) const = default;
};

// The same recipe gives the same population on every machine of the same floating point.
Population synthesize(const Recipe& recipe);

}  // namespace budget_fairness
