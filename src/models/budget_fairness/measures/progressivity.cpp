#include "models/budget_fairness/measures/progressivity.h"

#include <vector>

#include "models/budget_fairness/measures/inequality.h"

namespace budget_fairness {
namespace {

struct Totals {
    double income = 0;
    double tax = 0;
};

Totals totals_of(std::span<const Taxed> observations) {
    Totals totals;
    for (const auto& each : observations) {
        totals.income += each.weight * each.income;
        totals.tax += each.weight * each.tax;
    }
    return totals;
}

// Of `value(observation)`, in the order of income before the tax.
template <class Value>
double concentration(std::span<const Taxed> observations, Value value) {
    std::vector<Ordered> row;
    row.reserve(observations.size());
    for (const auto& each : observations) row.push_back({each.income, value(each), each.weight});
    return concentration_index(row);
}

// Cumulated tax over cumulated income is the concentration of tax with income in place of persons: of the rate, with
// income as its weight.
double suits_index(std::span<const Taxed> observations) {
    std::vector<Ordered> row;
    row.reserve(observations.size());
    for (const auto& each : observations)
        if (each.income != 0) row.push_back({each.income, each.tax / each.income, each.weight * each.income});
    return concentration_index(row);
}

double gini_after_tax(std::span<const Taxed> observations) {
    std::vector<Weighted> row;
    row.reserve(observations.size());
    for (const auto& each : observations) row.push_back({each.income - each.tax, each.weight});
    return gini(row);
}

}  // namespace

Progressivity progressivity(std::span<const Taxed> observations, double gini_after) {
    const auto totals = totals_of(observations);
    Progressivity found;
    if (totals.income <= 0) return found;
    found.average_rate = totals.tax / totals.income;
    found.gini_before = concentration(observations, [](const Taxed& each) { return each.income; });
    found.gini_after = gini_after;
    found.concentration_after = concentration(observations, [](const Taxed& each) { return each.income - each.tax; });
    found.redistributive_effect = found.gini_before - found.gini_after;
    found.reynolds_smolensky = found.gini_before - found.concentration_after;
    found.reranking = found.reynolds_smolensky - found.redistributive_effect;
    if (totals.tax == 0) return found;
    found.concentration_tax = concentration(observations, [](const Taxed& each) { return each.tax; });
    found.kakwani = found.concentration_tax - found.gini_before;
    found.suits = suits_index(observations);
    return found;
}

Progressivity progressivity(std::span<const Taxed> observations) {
    return progressivity(observations, gini_after_tax(observations));
}

}  // namespace budget_fairness
