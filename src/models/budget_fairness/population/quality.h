// models/budget_fairness/population/quality.h - how well a population fits the published totals it should have.
#pragma once
#include <string>
#include <vector>

#include "models/budget_fairness/population/population.h"

namespace budget_fairness {

// One total: what was published (brought to the population's year), and what the population adds up to.
struct Fit {
    std::string what;  // "Filers", "Women of 25 to 34", "Couples", "Employment income, million dollars"
    Jurisdiction place = Jurisdiction::canada;
    double published = 0;
    double found = 0;

    double percent_off() const { return published != 0 ? 100 * (found / published - 1) : 0; }
};

// Filers by place, by sex and age, couples, single parents, children; for a population of 2012 also the sums of income
// by source, which in other years nothing is published for.
std::vector<Fit> quality(const Population& population);

}  // namespace budget_fairness
