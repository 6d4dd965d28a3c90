#include "models/budget_fairness/budget/reform.h"

#include <algorithm>
#include <cmath>

namespace budget_fairness {
namespace {

// A measure may begin a step that the law did not have.
void count_steps(Schedule& schedule) {
    schedule.count = static_cast<std::size_t>(
        std::ranges::count_if(schedule.above, [](double above) { return std::isfinite(above); }));
}

void count_steps(IncomeTaxRules& tax) {
    count_steps(tax.brackets);
    count_steps(tax.surtax);
    count_steps(tax.premium);
}

bool is_sound(const Schedule& schedule) {
    for (std::size_t i = 0; i < kMostSteps; ++i) {
        if (schedule.rate[i] < 0 || schedule.rate[i] > 1) return false;
        if (i > 0 && std::isfinite(schedule.above[i]) && !(schedule.above[i] > schedule.above[i - 1])) return false;
    }
    return true;
}

bool is_sound(const IncomeTaxRules& tax) {
    return is_sound(tax.brackets) && is_sound(tax.surtax) && is_sound(tax.premium) && tax.credits.rate >= 0 &&
           tax.credits.rate <= 1 && tax.credits.basic.most >= 0;
}

}  // namespace

std::vector<std::string> apply_measures(const Budget& budget, RuleSet& rules) {
    std::vector<std::string> unknown;
    for (const Measure& measure : budget.measures) {
        const auto* law = std::get_if<ParameterMeasure>(&measure.what);
        if (law == nullptr) continue;
        if (double* parameter = find_parameter(rules, law->parameter))
            *parameter = changed(*parameter, law->change, law->value);
        else
            unknown.push_back(law->parameter);
    }
    count_steps(rules.federal);
    count_steps(rules.provincial);
    return unknown;
}

bool is_sound(const RuleSet& rules) { return is_sound(rules.federal) && is_sound(rules.provincial); }

}  // namespace budget_fairness
