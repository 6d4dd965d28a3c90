// models/budget_fairness/engine/prices.h - law in the dollars of another year: every amount and threshold times a
// factor.
#pragma once
#include "models/budget_fairness/rules/rule_set.h"

namespace budget_fairness {

// `prices`: dollars of the wanted year for one dollar of the rules' own. Rates, ages and shares stay.
BenefitRules in_prices(const BenefitRules& rules, double prices);
RuleSet in_prices(const RuleSet& rules, double prices);

}  // namespace budget_fairness
