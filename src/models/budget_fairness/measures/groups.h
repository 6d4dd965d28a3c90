// models/budget_fairness/measures/groups.h - equal groups of people, poorest first: deciles, vigintiles, the top 1 %.
#pragma once
#include <cstdint>
#include <span>
#include <vector>

#include "models/budget_fairness/measures/inequality.h"

namespace budget_fairness {

// From and to which percent of the people, in the order of income: 0 to 5, ..., 95 to 100, 99 to 100.
struct PercentRange {
    int from = 0;
    int to = 100;
    bool operator==(const PercentRange&) const = default;
};

// The share of the weight that stands before the middle of each observation, in the order of value; observations of one
// value stand at the same place. Same length and order as the input; 0 to 1.
std::vector<float> places(std::span<const Weighted> observations);

// Which of `count` equal groups, 0 the poorest, a place belongs to.
constexpr std::uint8_t group_of(float place, int count) {
    const auto group = static_cast<int>(place * static_cast<float>(count));
    return static_cast<std::uint8_t>(group < 0 ? 0 : group >= count ? count - 1 : group);
}

}  // namespace budget_fairness
