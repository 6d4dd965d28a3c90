// models/statistics/proportions.h - shares of people and how far they can be trusted: two mails of which each reached
// some and moved a part of them.
#pragma once
#include <cstdint>
#include <optional>

namespace statistics {

// `hits` of `trials`: 0 <= hits <= trials. More hits than trials are taken for as many.
struct Proportion {
    std::int64_t hits = 0, trials = 0;
};
double share(const Proportion& proportion);  // 0 without trials

struct Interval {
    double low, high;
};

// The quantile of the normal distribution for two-sided 95 %.
inline constexpr double kNinetyFivePercent = 1.959963984540054;

// Wilson's score interval without continuity correction (Wilson 1927; method 3 of Newcombe, Statistics in Medicine 17
// (1998) 857-872). [0, 1] without trials.
Interval wilson_interval(const Proportion& proportion, double z = kNinetyFivePercent);

// The interval of share(first) - share(second) from their Wilson intervals (method 10 of Newcombe, Statistics in
// Medicine 17 (1998) 873-890). [-1, 1] where one of them has no trials.
struct Pair {
    Proportion first, second;
};
Interval newcombe_difference(const Pair& pair, double z = kNinetyFivePercent);

// How many trials each of two groups needs for a difference between these true shares to be found in 80 of 100 tests
// at the two-sided 5 % level (Fleiss, Levin and Paik, Statistical Methods for Rates and Proportions, 3rd ed., 4.14,
// without continuity correction), rounded up. nullopt where the shares are equal.
struct Shares {
    double first, second;  // 0 to 1
};
std::optional<std::int64_t> trials_needed(const Shares& shares);

}  // namespace statistics
