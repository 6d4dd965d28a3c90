// models/budget_fairness/engine/earlier_law.h - a province's law of an earlier year beside that of a later one: what
// the province changed, and nothing else.
#pragma once
#include <string>
#include <vector>

#include "models/budget_fairness/rules/rule_set.h"

namespace budget_fairness {

struct EarlierLaw {
    RuleSet rules;
    std::vector<std::string> not_compared;  // "AB.child_benefit": unknown in one of the years, so the later law in both
};

// The later law, with the income tax and the benefits of the province as they stood earlier, every amount in dollars of
// the later year. `prices`: dollars of the later year for one of the earlier. Federal law, contributions and sales tax
// are the later ones. CHECK: both are of one place.
EarlierLaw earlier_law(const RuleSet& later, const RuleSet& earlier, double prices);

}  // namespace budget_fairness
