// models/budget_fairness/population/couples.h - makes families out of single filers.
#pragma once
#include <vector>

#include "models/budget_fairness/population/population.h"
#include "models/budget_fairness/population/random.h"

namespace budget_fairness {

// An adult who belongs to no family yet, with the income class of 2012 for the calibration.
struct Candidate {
    Household::Adult adult{};
    std::uint8_t income_class = 0;
};

// A family with the classes of its adults.
struct Formed {
    Household household{};
    std::uint8_t head_class = 0;
    std::uint8_t spouse_class = 0;
};

// Couples, single parents and people on their own, all of one place. Who lives in a couple depends on the age; couples
// are alike in age and, less so, in income; children depend on the age of the mother, or of the single parent. The
// shares stand in couples.cpp; docs/methods/population.md says where they come from.
std::vector<Formed> form_families(std::vector<Candidate> candidates, Random& random);

}  // namespace budget_fairness
