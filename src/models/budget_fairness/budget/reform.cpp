#include "models/budget_fairness/budget/reform.h"

#include <algorithm>
#include <cmath>
#include <functional>
#include <set>

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

// Names of rates and shares have one of these words in them, and no other names do.
bool is_share(std::string_view parameter) {
    constexpr std::string_view kWords[] = {"rate", "share", "abatement", "taper"};
    return std::ranges::any_of(kWords, [&](std::string_view word) { return parameter.contains(word); });
}

bool is_within_sense(std::string_view parameter, double value) {
    return value >= 0 && (!is_share(parameter) || value <= 1);
}

using Names = std::set<std::string, std::less<>>;

// The names of two neighbouring steps that do not rise.
void add_fallen_steps(const Schedule& schedule, const std::string& name, Names& fallen) {
    for (std::size_t i = 1; i < kMostSteps; ++i) {
        if (!std::isfinite(schedule.above[i]) || schedule.above[i] > schedule.above[i - 1]) continue;
        fallen.insert(name + "." + std::to_string(i - 1) + ".above");
        fallen.insert(name + "." + std::to_string(i) + ".above");
    }
}

Names fallen_steps(const RuleSet& rules) {
    Names fallen;
    const auto add = [&](const IncomeTaxRules& tax, Jurisdiction government) {
        const std::string prefix{code(government)};
        add_fallen_steps(tax.brackets, prefix + ".brackets", fallen);
        add_fallen_steps(tax.surtax, prefix + ".surtax", fallen);
        add_fallen_steps(tax.premium, prefix + ".premium", fallen);
    };
    add(rules.federal, Jurisdiction::canada);
    add(rules.provincial, rules.jurisdiction);
    return fallen;
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

std::vector<std::string> senseless_parameters(const Budget& budget, const RuleSet& rules) {
    const Names fallen = fallen_steps(rules);
    auto law = rules;  // find_parameter() wants one that may be changed
    std::vector<std::string> senseless;
    for (const Measure& measure : budget.measures) {
        const auto* changed = std::get_if<ParameterMeasure>(&measure.what);
        const double* value = changed == nullptr ? nullptr : find_parameter(law, changed->parameter);
        if (value == nullptr) continue;
        const bool makes_sense = is_within_sense(changed->parameter, *value) && !fallen.contains(changed->parameter);
        if (!makes_sense && std::ranges::find(senseless, changed->parameter) == senseless.end())
            senseless.push_back(changed->parameter);
    }
    return senseless;
}

}  // namespace budget_fairness
