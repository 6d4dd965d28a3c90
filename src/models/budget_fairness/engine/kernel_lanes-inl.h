// models/budget_fairness/engine/kernel_lanes-inl.h - vectors of families, and the arithmetic that all formulas share.
//
// Included by kernel.cpp once for each instruction set; by nobody else.
#if defined(BUDGET_FAIRNESS_KERNEL_LANES_INL_H) == defined(HWY_TARGET_TOGGLE)
#ifdef BUDGET_FAIRNESS_KERNEL_LANES_INL_H
#undef BUDGET_FAIRNESS_KERNEL_LANES_INL_H
#else
#define BUDGET_FAIRNESS_KERNEL_LANES_INL_H
#endif

#include <vector>

#include <hwy/highway.h>

#include "models/budget_fairness/engine/prepared_rules.h"

HWY_BEFORE_NAMESPACE();
namespace budget_fairness::HWY_NAMESPACE {

namespace hn = hwy::HWY_NAMESPACE;
using Tag = hn::CappedTag<double, kFamiliesPerStep>;
using V = hn::Vec<Tag>;
using M = hn::Mask<Tag>;
constexpr Tag kLanes;

HWY_INLINE V all(double value) { return hn::Set(kLanes, value); }
HWY_INLINE V none() { return hn::Zero(kLanes); }
HWY_INLINE V above(V amount, V threshold) { return hn::Max(hn::Sub(amount, threshold), none()); }
HWY_INLINE V above(V amount, double threshold) { return above(amount, all(threshold)); }
HWY_INLINE V when(M condition, V value) { return hn::IfThenElseZero(condition, value); }

HWY_INLINE V load(const std::vector<float>& column, std::size_t at) {
    return hn::PromoteTo(kLanes, hn::LoadU(hn::Rebind<float, Tag>(), column.data() + at));
}
HWY_INLINE V load(const std::vector<std::uint8_t>& column, std::size_t at) {
    const hn::Rebind<std::int32_t, Tag> whole;
    return hn::PromoteTo(kLanes, hn::PromoteTo(whole, hn::LoadU(hn::Rebind<std::uint8_t, Tag>(), column.data() + at)));
}

HWY_INLINE V due(const PreparedSchedule& schedule, V amount) {
    V sum = none();
    for (std::size_t i = 0; i < schedule.count; ++i) {
        const V part = above(hn::Min(amount, all(schedule.end[i])), schedule.above[i]);
        sum = hn::MulAdd(part, all(schedule.rate[i]), sum);
    }
    return sum;
}

HWY_INLINE V remaining(const Tapered& amount, V most, V income) {
    return hn::Max(all(amount.least), hn::NegMulAdd(above(income, amount.from), all(amount.rate), most));
}
HWY_INLINE V remaining(const Tapered& amount, V income) { return remaining(amount, all(amount.most), income); }

}  // namespace budget_fairness::HWY_NAMESPACE
HWY_AFTER_NAMESPACE();

#endif
