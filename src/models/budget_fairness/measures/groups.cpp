#include "models/budget_fairness/measures/groups.h"

#include <algorithm>
#include <numeric>

namespace budget_fairness {

std::vector<float> places(std::span<const Weighted> observations) {
    std::vector<std::uint32_t> row(observations.size());
    std::iota(row.begin(), row.end(), 0U);
    std::ranges::sort(row, {}, [observations](std::uint32_t i) { return observations[i].value; });
    double all = 0, reached = 0;
    for (const auto& each : observations) all += each.weight;
    std::vector<float> found(observations.size());
    if (all <= 0) return found;
    for (std::size_t i = 0; i < row.size();) {
        auto end = i;
        double weight = 0;
        for (; end < row.size() && observations[row[end]].value == observations[row[i]].value; ++end)
            weight += observations[row[end]].weight;
        for (; i < end; ++i) found[row[i]] = static_cast<float>((reached + weight / 2) / all);
        reached += weight;
    }
    return found;
}

}  // namespace budget_fairness
