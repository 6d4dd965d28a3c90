// models/budget_fairness/tax/marginal_rate.h - what another dollar of earnings leaves a family with.
#pragma once
#include <vector>

#include "models/budget_fairness/tax/assessment.h"

namespace budget_fairness {

// The share of `step` more dollars of the head's employment income that taxes, contributions and lost benefits take:
// 0.3 leaves 70 cents of a dollar, above 1 the family has less than before. step > 0.
double marginal_rate(const Family& family, const RuleSet& rules, double step);

// A stretch of the head's employment income in which a step more leaves the family with less.
struct Loss {
    double from = 0;     // dollars
    double until = 0;    // the income after the last such step
    double highest = 0;  // marginal rate within, above 1
};

struct Stretch {
    double until = 150'000;  // looked at from 0 to here
    double step = 100;
};

// All of them, lowest first; what the head of `family` earns is replaced.
std::vector<Loss> losses(const Family& family, const RuleSet& rules, const Stretch& stretch);

// Families of whom there are many: what is looked for in one law is looked for with them.
enum class CommonFamily : unsigned char { single, single_parent, couple_with_children };
inline constexpr std::size_t kCommonFamilies = 3;
Family common_family(CommonFamily kind);  // children of 4 and 9; of two adults one earns

struct CostlyRaise {
    CommonFamily family = CommonFamily::single;
    Loss loss;
};

// The losses of common families under `reform`, up to a million dollars of earnings, where it takes more of the raise
// than `law` does. Two laws of one place.
std::vector<CostlyRaise> costly_raises(const RuleSet& law, const RuleSet& reform);

}  // namespace budget_fairness
