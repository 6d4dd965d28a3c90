#include "features/mailings/comparison.h"

#include <algorithm>

namespace mailings {
namespace {

constexpr double kThreeComparisons = 2.3939797998185104;  // quantile of the normal distribution at 1 - 0.05 / 3 / 2

statistics::Proportion proportion_of(const VariantResult& result) { return {result.followed, result.delivered}; }

}  // namespace

std::optional<Verdict> compare(std::vector<VariantResult> variants) {
    if (variants.size() < 2) return std::nullopt;
    if (std::ranges::any_of(variants, [](const VariantResult& each) { return each.delivered <= 0; }))
        return std::nullopt;
    std::ranges::sort(variants, [](const VariantResult& left, const VariantResult& right) {
        const double first = statistics::share(proportion_of(left)), second = statistics::share(proportion_of(right));
        return first != second ? first > second : left.variant.number < right.variant.number;
    });
    const auto first = proportion_of(variants[0]), second = proportion_of(variants[1]);
    const double z = variants.size() > 2 ? kThreeComparisons : statistics::kNinetyFivePercent;
    Verdict verdict{.first = variants[0].variant,
                    .second = variants[1].variant,
                    .difference = statistics::newcombe_difference({first, second}, z),
                    .is_clear = false,
                    .more = std::nullopt};
    verdict.is_clear = verdict.difference.low > 0;
    if (verdict.is_clear) return verdict;
    const auto needed = statistics::trials_needed({statistics::share(first), statistics::share(second)});
    if (!needed) return verdict;
    std::int64_t missing = 0;
    for (const VariantResult& each : variants) missing += std::max<std::int64_t>(0, *needed - each.delivered);
    verdict.more = std::max<std::int64_t>(missing, 1);
    return verdict;
}

}  // namespace mailings
