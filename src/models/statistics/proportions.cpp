#include "models/statistics/proportions.h"

#include <algorithm>
#include <cmath>

namespace statistics {
namespace {

constexpr double kEightyPercentPower = 0.8416212335729143;  // quantile of the normal distribution at 0.8

double square(double value) { return value * value; }

}  // namespace

double share(const Proportion& proportion) {
    if (proportion.trials <= 0) return 0;
    return static_cast<double>(std::clamp<std::int64_t>(proportion.hits, 0, proportion.trials)) /
           static_cast<double>(proportion.trials);
}

Interval wilson_interval(const Proportion& proportion, double z) {
    if (proportion.trials <= 0) return {0, 1};
    const double n = static_cast<double>(proportion.trials);
    const double p = share(proportion);
    const double middle = 2 * n * p + z * z;
    const double reach = z * std::sqrt(z * z + 4 * n * p * (1 - p));
    const double scale = 2 * (n + z * z);
    return {std::max(0.0, (middle - reach) / scale), std::min(1.0, (middle + reach) / scale)};
}

Interval newcombe_difference(const Pair& pair, double z) {
    if (pair.first.trials <= 0 || pair.second.trials <= 0) return {-1, 1};
    const double p1 = share(pair.first), p2 = share(pair.second);
    const auto first = wilson_interval(pair.first, z), second = wilson_interval(pair.second, z);
    const double difference = p1 - p2;
    return {difference - std::sqrt(square(p1 - first.low) + square(second.high - p2)),
            difference + std::sqrt(square(first.high - p1) + square(p2 - second.low))};
}

std::optional<std::int64_t> trials_needed(const Shares& shares) {
    const double difference = shares.first - shares.second;
    if (difference == 0) return std::nullopt;
    const double mean = (shares.first + shares.second) / 2;
    const double root =
        kNinetyFivePercent * std::sqrt(2 * mean * (1 - mean)) +
        kEightyPercentPower * std::sqrt(shares.first * (1 - shares.first) + shares.second * (1 - shares.second));
    return static_cast<std::int64_t>(std::ceil(square(root / difference)));
}

}  // namespace statistics
