#include "models/budget_fairness/tax/marginal_rate.h"

#include <algorithm>

namespace budget_fairness {

double marginal_rate(const Family& family, const RuleSet& rules, double step) {
    auto more = family;
    more.head.employment_income += step;
    return 1 - (assess(more, rules).disposable_income - assess(family, rules).disposable_income) / step;
}

std::vector<Loss> losses(const Family& family, const RuleSet& rules, const Stretch& stretch) {
    constexpr double kTolerance = 1e-9;
    std::vector<Loss> found;
    auto at = family;
    const auto steps = static_cast<int>(stretch.until / stretch.step);
    for (int i = 0; i < steps; ++i) {
        at.head.employment_income = i * stretch.step;
        const double rate = marginal_rate(at, rules, stretch.step);
        if (rate <= 1 + kTolerance) continue;
        const double from = at.head.employment_income;
        if (found.empty() || found.back().until < from) found.push_back({.from = from});
        found.back().until = from + stretch.step;
        found.back().highest = std::max(found.back().highest, rate);
    }
    return found;
}

}  // namespace budget_fairness
