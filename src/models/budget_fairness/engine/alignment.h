// models/budget_fairness/engine/alignment.h - a made-up population whose total incomes are those that were published.
#pragma once
#include "models/budget_fairness/engine/rules_by_place.h"
#include "models/budget_fairness/population/synthetic.h"

namespace budget_fairness {

// The recipe's population under the rules of its year.
//
// Benefits that the rules of the year do not know, and those of another year do, are held: what that year's rules, in
// dollars of this year, would pay is exempt income of the family, which no reform changes. The nearest year is taken, a
// later one first; not for the carbon rebate, the climate credits and the workers benefit, which came and went. Old Age
// Security likewise: where the rules know none, recipe.old_age is taken as OldAge::as_income; its supplements are
// calculated where the rules know them.
//
// Then market incomes are stretched so that total incomes, benefits included, have the published percentiles of
// Canada's tax filers of that year: three rounds, each filer by a factor between 0.3 and 3. Taxable income, deductions
// and claims are stretched alike; weights, and what programs pay, stay. Before 2016 no percentiles are known, and
// nothing is stretched.
Population population_under(const RulesByPlace& rules, const Recipe& recipe);

}  // namespace budget_fairness
