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

// The parameters of its measures that leave this law, to which they were applied, without sense: a rate or share that
// is below 0 or above 1, any other number below 0, a step that does not begin above the one before it. Each once, in
// the order of the measures.
std::vector<std::string> senseless_parameters(const Budget& budget, const RuleSet& rules);

}  // namespace budget_fairness
