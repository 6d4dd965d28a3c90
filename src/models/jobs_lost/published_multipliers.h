// models/jobs_lost/published_multipliers.h - official multipliers of one place, from the rows of the tables.
#pragma once
#include <optional>
#include <vector>

#include "models/jobs_lost/economy.h"
#include "models/jobs_lost/observations.h"

namespace jobs_lost {

// Which figures of an industry the rows of this variable tell.
Effect IndustryMultipliers::* figures_of(Variable variable);

struct PublishedMultipliers {
    int year = 0;
    std::vector<IndustryMultipliers> industries;  // by code; at detail level with the summary level's means beside them
};

struct PublishedPlace {
    Jurisdiction jurisdiction;
    Coverage coverage;
};

// The newest year of the place; of one year the summary level before the detail level. Rounded figures are unrounded
// as published_rounding.h says; where they contradict each other, simple = direct + indirect and total = simple +
// induced decide. Industries without jobs or labour income are left out. nullopt: nothing is published.
std::optional<PublishedMultipliers> published_multipliers(const Observations& observations,
                                                          const PublishedPlace& place);

// What a million dollars of pay brings about, as far as published multipliers tell: the induced effects of all
// industries together over the labour income that brought them about.
SpendingOfPay spending_of_pay_in(const std::vector<IndustryMultipliers>& industries);

}  // namespace jobs_lost
