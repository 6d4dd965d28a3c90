// models/budget_fairness/population/calibration.h - weights that make the families add up to published totals.
#pragma once
#include <span>
#include <vector>

#include "models/budget_fairness/population/couples.h"
#include "models/budget_fairness/population/published.h"

namespace budget_fairness {

// How many filers there should be in one place: by sex and age band, and by income class of 2012.
struct Margins {
    std::array<std::array<double, kAgeBands>, 2> sex_and_age{};
    std::vector<double> classes{};
};

// Persons of the tables of 2012, the shares aged 65 and over and all totals brought to the year.
Margins margins_of(Jurisdiction place, int year);

// Raking (Deming and Stephan 1940) of family weights: over and over, each family's weight is multiplied by the
// geometric mean of what its adults' groups are short of. Stops when every group is met to 0.01 %, or after 60 rounds.
void rake(std::span<Formed> families, const Margins& margins);

}  // namespace budget_fairness
