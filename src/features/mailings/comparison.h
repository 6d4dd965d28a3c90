// features/mailings/comparison.h - which of the variants of a mail did better, and how sure that is. Pure.
#pragma once
#include <cstdint>
#include <optional>
#include <vector>

#include "features/mailings/mailing.h"
#include "models/statistics/proportions.h"

namespace mailings {

// What came of one variant.
struct VariantResult {
    Variant variant;
    std::int64_t delivered = 0, bounced = 0;
    std::int64_t followed = 0;  // readers who followed a link
    std::int64_t left = 0;      // people who left the list by it
};

// The best two variants compared by the share who followed a link.
struct Verdict {
    Variant first, second;             // first: the larger share
    statistics::Interval difference;   // of the shares, first minus second, 95 %
    bool is_clear;                     // the interval leaves out zero
    std::optional<std::int64_t> more;  // copies, of all variants together, until a difference as large as this one
                                       // would probably show; nullopt: clear already, or no difference at all
};

// nullopt with fewer than two variants, or while one of them reached nobody. With three variants the intervals are
// widened so that all comparisons together hold with 95 % (Bonferroni).
std::optional<Verdict> compare(std::vector<VariantResult> variants);

}  // namespace mailings
