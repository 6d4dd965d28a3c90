// models/budget_fairness/budget/reform.h - a budget's measures written into the law.
#pragma once
#include <string>
#include <vector>

#include "models/budget_fairness/budget/budget.h"
#include "models/budget_fairness/rules/rule_set.h"

namespace budget_fairness {

// Applies the tax and benefit measures to the law of one place, in their order. Gives back the names of parameters that
// this law does not have; the others are applied.
std::vector<std::string> apply_measures(const Budget& budget, RuleSet& rules);

// Whether a law can be calculated with: rates between 0 and 1, steps that rise, no negative basic amount.
bool is_sound(const RuleSet& rules);

}  // namespace budget_fairness
