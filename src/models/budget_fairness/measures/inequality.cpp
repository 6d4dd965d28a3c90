#include "models/budget_fairness/measures/inequality.h"

#include <algorithm>

namespace budget_fairness {
namespace {

struct Sum {
    double weight = 0;
    double amount = 0;  // weight times value
};

Sum sum_of(std::span<const Ordered> observations) {
    Sum sum;
    for (const auto& each : observations) {
        sum.weight += each.weight;
        sum.amount += each.weight * each.value;
    }
    return sum;
}

// What stands at one place of the row, beginning at `first`; moves `first` behind it.
Sum take_place(std::span<const Ordered> row, std::size_t& first) {
    Sum place;
    const double order = row[first].order;
    for (; first < row.size() && row[first].order == order; ++first) {
        place.weight += row[first].weight;
        place.amount += row[first].weight * row[first].value;
    }
    return place;
}

std::vector<Weighted> sorted(std::span<const Weighted> observations) {
    std::vector<Weighted> row{observations.begin(), observations.end()};
    std::ranges::sort(row, {}, &Weighted::value);
    return row;
}

}  // namespace

double concentration_index(std::span<const Ordered> observations) {
    const auto all = sum_of(observations);
    if (all.amount == 0 || all.weight <= 0) return 0;
    std::vector<Ordered> row{observations.begin(), observations.end()};
    std::ranges::sort(row, {}, &Ordered::order);
    double twice_area = 0, reached = 0;
    for (std::size_t i = 0; i < row.size();) {
        const auto place = take_place(row, i);
        twice_area += place.weight / all.weight * (2 * reached + place.amount / all.amount);
        reached += place.amount / all.amount;
    }
    return 1 - twice_area;
}

double gini(std::span<const Weighted> observations) {
    std::vector<Ordered> row;
    row.reserve(observations.size());
    for (const auto& each : observations) row.push_back({each.value, each.value, each.weight});
    return sum_of(row).amount > 0 ? concentration_index(row) : 0;
}

double quantile(std::span<const Weighted> observations, double portion) {
    const auto row = sorted(observations);
    double all = 0, reached = 0;
    for (const auto& each : row) all += each.weight;
    if (all <= 0) return 0;
    for (const auto& each : row) {
        reached += each.weight;
        if (each.weight > 0 && reached >= portion * all) return each.value;
    }
    return row.back().value;
}

Poverty poverty(std::span<const Weighted> observations, double line) {
    Poverty found;
    double all = 0;
    for (const auto& each : observations) {
        all += each.weight;
        if (each.value >= line) continue;
        found.headcount += each.weight;
        found.gap += each.weight * (line - each.value) / line;
    }
    if (all <= 0 || line <= 0) return {};
    return {found.headcount / all, found.gap / all};
}

}  // namespace budget_fairness
