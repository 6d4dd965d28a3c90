// models/budget_fairness/tax/cases/annual.h - how the annual reference counts. Read by tests only.
#pragma once
#include <cmath>

#include "models/budget_fairness/rules/rule_set.h"

namespace budget_fairness::cases {

// The guide T4127 works with tax = rate * income - constant, and prints the constants rounded to the dollar; the law
// (and assess()) does not round them. These are the brackets that have the guide's constant at `income`: the first one
// begins a little later or earlier. What is claimed on the return only, Ontario's credit for low-income workers and the
// reductions of families in New Brunswick and Nova Scotia, the guide does not have.
inline Schedule with_rounded_constant(Schedule brackets, double income) {
    double exact = 0;
    for (std::size_t i = 1; i < brackets.count && income >= brackets.above[i]; ++i)
        exact += (brackets.rate[i] - brackets.rate[i - 1]) * brackets.above[i];
    brackets.above[0] = (std::floor(exact + 0.5 + 1e-6) - exact) / brackets.rate[0];
    return brackets;
}

inline RuleSet as_guide_rounds(RuleSet rules, double income) {
    rules.federal.brackets = with_rounded_constant(rules.federal.brackets, income);
    rules.provincial.brackets = with_rounded_constant(rules.provincial.brackets, income);
    auto& reduction = rules.provincial.reduction;
    reduction.work_most = 0;
    if (reduction.counts_family > 0) reduction = {};
    return rules;
}

}  // namespace budget_fairness::cases
