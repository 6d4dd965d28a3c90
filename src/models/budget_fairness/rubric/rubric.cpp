#include "models/budget_fairness/rubric/rubric.h"

#include <algorithm>

namespace budget_fairness {

double total_weight(const Rubric& rubric) {
    double total = 0;
    for (const Criterion& criterion : rubric.criteria) total += criterion.weight;
    return total;
}

const Criterion* find_criterion(const Rubric& rubric, std::string_view key) {
    const auto found = std::ranges::find(rubric.criteria, key, &Criterion::key);
    return found == rubric.criteria.end() ? nullptr : &*found;
}

}  // namespace budget_fairness
