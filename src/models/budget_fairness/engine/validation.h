// models/budget_fairness/engine/validation.h - results held against published figures that nothing was fitted to.
#pragma once
#include <string>
#include <vector>

#include "models/budget_fairness/engine/rules_by_place.h"
#include "models/budget_fairness/engine/simulation.h"

namespace budget_fairness {

// Taxes of one income class of 2012 as shares of its total income (line 150 of the return: dividends grossed-up, half
// of capital gains), 0 to 1: published in the tax statistics, and found.
struct ClassShares {
    double income_from = 0;
    double published_federal = 0;
    double found_federal = 0;
    double published_provincial = 0;  // 0 for Quebec, whose tax is not in these statistics
    double found_provincial = 0;
};

// The made-up filers of 2012 under the rules of 2019 in prices of 2012, of one province. Differences come from the
// population and from what the law changed in between.
std::vector<ClassShares> shares_by_class_2012(Jurisdiction place, std::size_t adults);

// Mean effective rates of all of Canada against the published ones of 2016 and, where there are any, of 2019, percent.
struct PublishedRate {
    int year = 2016;
    PercentRange percent;
    std::string kind;  // "all", "federal_tax", "provincial_tax", "contributions"
    Jurisdiction place = Jurisdiction::canada;
    double published = 0;
};
std::vector<PublishedRate> published_rates();

}  // namespace budget_fairness
