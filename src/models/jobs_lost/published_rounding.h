// models/jobs_lost/published_rounding.h - what rounded multipliers still say about the figures behind them.
#pragma once
#include <optional>

#include "models/jobs_lost/effect.h"

namespace jobs_lost {

// Seven published figures about one industry and variable, each rounded to `decimals`; none where not published.
struct RoundedMultipliers {
    int decimals = 1;
    std::optional<double> direct, indirect, induced, simple, total, type1, type2;
};

// The figures before rounding, as well as they can be known. With h = half a unit of the last decimal, the published
// figures bound the three unknowns by half-spaces:
//   |d - direct| <= h, |i - indirect| <= h, |u - induced| <= h, |d+i - simple| <= h, |d+i+u - total| <= h,
//   (type1 - h) d <= d+i <= (type1 + h) d, (type2 - h) d <= d+i+u <= (type2 + h) d, and none below 0.
// The answer is the mean of the corners of that body: rounded again, it gives the published figures. What is not
// published is derived first (indirect = simple - direct, induced = total - simple, and so on), with a bound as wide as
// its parts. A direct figure that is published without rounding (the output multiplier, 1) is kept with
// is_exact_direct. nullopt: the published figures contradict each other, or too few are given to find all three.
struct Unrounded {
    Effect centre;
    Effect lowest, highest;  // of each by itself, over the corners
};
enum class DirectIs : unsigned char { rounded, exact };
std::optional<Unrounded> unrounded(const RoundedMultipliers& published, DirectIs direct_is);

}  // namespace jobs_lost
