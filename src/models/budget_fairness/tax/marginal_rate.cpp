#include "models/budget_fairness/tax/marginal_rate.h"

#include <algorithm>

namespace budget_fairness {

double marginal_rate(const Family& family, const RuleSet& rules, double step) {
    auto more = family;
    more.head.employment_income += step;
    return 1 - (assess(more, rules).disposable_income - assess(family, rules).disposable_income) / step;
}

namespace {

constexpr double kTolerance = 1e-9;

// Adds a step of earnings that costs; one that continues the last stretch makes that longer.
void add_step(std::vector<Loss>& found, const Loss& step) {
    if (found.empty() || found.back().until < step.from) found.push_back({.from = step.from});
    found.back().until = step.until;
    found.back().highest = std::max(found.back().highest, step.highest);
}

}  // namespace

std::vector<Loss> losses(const Family& family, const RuleSet& rules, const Stretch& stretch) {
    std::vector<Loss> found;
    auto at = family;
    const auto steps = static_cast<int>(stretch.until / stretch.step);
    for (int i = 0; i < steps; ++i) {
        const double from = i * stretch.step;
        at.head.employment_income = from;
        const double rate = marginal_rate(at, rules, stretch.step);
        if (rate > 1 + kTolerance) add_step(found, {from, from + stretch.step, rate});
    }
    return found;
}

Family common_family(CommonFamily kind) {
    Family family;
    if (kind != CommonFamily::single) family.child_ages = {4, 9};
    if (kind == CommonFamily::couple_with_children) family.spouse = Person{};
    return family;
}

namespace {

// Fine where benefits shrink, coarse where nothing but the rates of tax is left.
constexpr double kFineUntil = 150'000, kFine = 250;
constexpr double kUntil = 1'000'000, kCoarse = 10'000;

// Asked thousands of times: what a law does not know, which every assessment would copy, is left out.
RuleSet without_gaps(RuleSet rules) {
    rules.gaps.clear();
    return rules;
}

std::vector<Loss> new_losses(Family family, const RuleSet& law, const RuleSet& reform) {
    constexpr double kMoreThanBefore = 1e-6;
    const auto left = [&](double earnings) {
        family.head.employment_income = earnings;
        return assess(family, reform).disposable_income;
    };
    std::vector<Loss> found;
    double step = kFine;
    double here = left(0);
    for (double from = 0; from < kUntil; from += step) {
        if (from >= kFineUntil) step = kCoarse;
        const double there = left(from + step);
        const double rate = 1 - (there - here) / step;
        here = there;
        if (rate <= 1 + kTolerance) continue;
        family.head.employment_income = from;
        if (rate > marginal_rate(family, law, step) + kMoreThanBefore) add_step(found, {from, from + step, rate});
    }
    return found;
}

}  // namespace

std::vector<CostlyRaise> costly_raises(const RuleSet& law, const RuleSet& reform) {
    const RuleSet before = without_gaps(law), after = without_gaps(reform);
    std::vector<CostlyRaise> found;
    for (std::size_t i = 0; i < kCommonFamilies; ++i) {
        const auto kind = static_cast<CommonFamily>(i);
        for (const Loss& loss : new_losses(common_family(kind), before, after)) found.push_back({kind, loss});
    }
    return found;
}

}  // namespace budget_fairness
