// models/budget_fairness/engine/kernel_benefits-inl.h - what families are paid, as benefit_paid() in tax/formulas.cpp.
//
// Included by kernel.cpp once for each instruction set; by nobody else.
#if defined(BUDGET_FAIRNESS_KERNEL_BENEFITS_INL_H) == defined(HWY_TARGET_TOGGLE)
#ifdef BUDGET_FAIRNESS_KERNEL_BENEFITS_INL_H
#undef BUDGET_FAIRNESS_KERNEL_BENEFITS_INL_H
#else
#define BUDGET_FAIRNESS_KERNEL_BENEFITS_INL_H
#endif

#include "models/budget_fairness/engine/kernel_lanes-inl.h"

HWY_BEFORE_NAMESPACE();
namespace budget_fairness::HWY_NAMESPACE {

// How many children of each family are below each age that matters; through memory, since vectors of some processors
// cannot stand in arrays.
struct ChildCounts {
    alignas(64) double below[kMostChildAges][kFamiliesPerStep];
    V at(std::size_t age) const { return hn::Load(kLanes, below[age]); }
};

HWY_INLINE void count_children(const PreparedRules& rules, const Run& run, std::size_t at, ChildCounts& counts) {
    for (std::size_t age = 0; age < rules.child_ages_count; ++age) hn::Store(none(), kLanes, counts.below[age]);
    for (std::size_t child = 0; child < run.block->children; ++child) {
        const V years = load(run.population->child_ages[child], at);
        for (std::size_t age = 0; age < rules.child_ages_count; ++age) {
            const V one = when(hn::Lt(years, all(rules.child_ages[age])), all(1));
            hn::Store(hn::Add(counts.at(age), one), kLanes, counts.below[age]);
        }
    }
}

// The family as the benefits see it.
struct Needs {
    V net_income, working_income, smaller_earnings, head_age, spouse_age;
    std::size_t most_children;  // of any family here
};

HWY_INLINE V for_children(const std::array<double, 4>& amounts, const BenefitRules& law, V children, std::size_t most) {
    V sum = none();
    for (std::size_t i = 0; i < most && static_cast<double>(i) < law.most_children; ++i)
        sum = hn::Add(sum, when(hn::Gt(children, all(static_cast<double>(i))), all(amounts[i < 3 ? i : 3])));
    return sum;
}

HWY_INLINE V rate_of(const Shrink& shrink, V children, std::size_t most) {
    V rate = all(shrink.rate[0]);
    for (std::size_t i = 1; i <= most && i < kChildCounts; ++i)
        rate = hn::IfThenElse(hn::Ge(children, all(static_cast<double>(i))), all(shrink.rate[i]), rate);
    return rate;
}

template <bool kHasSpouse>
HWY_INLINE V threshold_of(const Shrink& shrink, M has_children) {
    if constexpr (kHasSpouse) return all(shrink.from_couple);
    return hn::IfThenElse(has_children, all(shrink.from_single_parent), all(shrink.from_single));
}

template <bool kHasSpouse>
HWY_INLINE V full_amount(const BenefitRules& law, const Needs& needs, V children, V young) {
    const M has_children = hn::Gt(children, none());
    V full = hn::Add(all(law.head), for_children(law.child, law, children, needs.most_children));
    full = hn::MulAdd(all(law.young_child), young, full);
    if (law.elder > 0) {
        full = hn::Add(full, when(hn::Ge(needs.head_age, all(law.elder_from)), all(law.elder)));
        if constexpr (kHasSpouse)
            full = hn::Add(full, when(hn::Ge(needs.spouse_age, all(law.elder_from)), all(law.elder)));
    }
    V boost = none();
    if (law.single_boost > 0)
        boost = hn::Min(all(law.single_boost), hn::Mul(all(law.boost_rate), above(needs.net_income, law.boost_from)));
    const V of_family = law.boost_families > 0 ? boost : none();
    if constexpr (kHasSpouse) {
        full = hn::Add(full, of_family);
        return hn::Add(full, hn::Add(all(law.spouse + law.family), when(has_children, all(law.couple_parents))));
    }
    const V of_parent = hn::Add(all(law.family + law.single_parent), of_family);
    return hn::Add(full, hn::IfThenElse(has_children, of_parent, boost));
}

template <bool kHasSpouse>
HWY_INLINE V grown(const BenefitRules& law, const Needs& needs, M has_children) {
    const double more = kHasSpouse ? law.work_rate_couple_parents : law.work_rate_single_parent;
    const double from = law.work_from + (kHasSpouse ? law.work_from_spouse : 0);
    const V rate = hn::IfThenElse(has_children, all(law.work_rate + more), all(law.work_rate));
    return hn::Mul(rate, above(needs.working_income, from));
}

template <bool kHasSpouse>
HWY_INLINE V after_shrinking(const BenefitRules& law, const Needs& needs, V children, V earned) {
    const M has_children = hn::Gt(children, none());
    V kept = for_children(law.kept, law, children, needs.most_children);
    if constexpr (!kHasSpouse) kept = hn::Add(kept, when(has_children, all(law.kept_single_parent)));
    kept = hn::Min(earned, kept);
    const V second_from = threshold_of<kHasSpouse>(law.second, has_children);
    const V first_part =
        above(hn::Min(needs.net_income, second_from), threshold_of<kHasSpouse>(law.first, has_children));
    const V first_rate = rate_of(law.first, children, needs.most_children);
    const V second_rate = rate_of(law.second, children, needs.most_children);
    const V left = hn::Max(kept, hn::NegMulAdd(first_rate, first_part, earned));
    return above(left, hn::Mul(second_rate, above(needs.net_income, second_from)));
}

template <bool kHasSpouse>
HWY_INLINE V paid(const PreparedBenefit& benefit, const Needs& of_family, const ChildCounts& counts) {
    const auto& law = benefit.rules;
    Needs needs = of_family;
    if (kHasSpouse && law.second_earner > 0)
        needs.net_income = above(needs.net_income, hn::Min(all(law.second_earner), needs.smaller_earnings));
    const V children = law.disabled_only > 0 ? none() : counts.at(benefit.children);
    const M has_children = hn::Gt(children, none());
    V earned = full_amount<kHasSpouse>(law, needs, children, counts.at(benefit.young));
    if (law.work_rate > 0) earned = hn::Min(earned, grown<kHasSpouse>(law, needs, has_children));
    V amount = after_shrinking<kHasSpouse>(law, needs, children, earned);
    if (law.part_above < kNever) {
        const V spared = hn::Min(amount, all(law.part_spares_first * law.child[0]));
        const V part = hn::MulAdd(all(law.part_share), hn::Sub(amount, spared), spared);
        amount = hn::IfThenElse(hn::Gt(needs.net_income, all(law.part_above)), part, amount);
    }
    if (law.gone_above < kNever) amount = hn::IfThenZeroElse(hn::Gt(needs.net_income, all(law.gone_above)), amount);
    if (law.children_only > 0) return when(has_children, amount);
    if constexpr (kHasSpouse) return amount;
    return when(hn::Or(has_children, hn::Ge(needs.head_age, all(law.least_age))), amount);
}

template <bool kHasSpouse>
HWY_INLINE V benefits_of(const PreparedRules& rules, const Needs& needs, const ChildCounts& counts) {
    V sum = none();
    for (const auto& benefit : rules.benefits) {
        if (benefit.rules.children_only > 0 && needs.most_children == 0) continue;
        sum = hn::Add(sum, paid<kHasSpouse>(benefit, needs, counts));
    }
    return sum;
}

}  // namespace budget_fairness::HWY_NAMESPACE
HWY_AFTER_NAMESPACE();

#endif
