#include "models/budget_fairness/budget/reform.h"

namespace budget_fairness {

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
    return unknown;
}

}  // namespace budget_fairness
