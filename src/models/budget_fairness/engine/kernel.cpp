// The formulas of tax/formulas.cpp and tax/assessment.cpp once more, each for a vector of families. Compiled for
// several instruction sets; the best that the processor has is taken at run time. The references to the law stand
// there.
#include "models/budget_fairness/engine/kernel.h"

#include <vector>

#include "models/budget_fairness/engine/prepared_rules.h"

// With sanitizers each instruction set takes half a minute to compile: there, the oldest and the usual one must do.
#if __has_feature(address_sanitizer) || __has_feature(thread_sanitizer)
#define HWY_DISABLED_TARGETS (HWY_SSSE3 | HWY_SSE4 | HWY_AVX3 | HWY_AVX3_DL)
#else
#define HWY_DISABLED_TARGETS (HWY_SSSE3 | HWY_AVX3_DL)
#endif
#undef HWY_TARGET_INCLUDE
#define HWY_TARGET_INCLUDE "models/budget_fairness/engine/kernel.cpp"
#include <hwy/foreach_target.h>
#include <hwy/highway.h>

#include "models/budget_fairness/engine/kernel_benefits-inl.h"
#include "models/budget_fairness/engine/kernel_taxes-inl.h"

HWY_BEFORE_NAMESPACE();
namespace budget_fairness::HWY_NAMESPACE {

template <bool kHasSpouse>
HWY_INLINE void assess_step(const PreparedRules& rules, const Run& run, std::size_t i, RunColumns& columns) {
    const auto& population = *run.population;
    const std::size_t at = run.begin + i;
    ChildCounts counts;
    count_children(rules, run, at, counts);
    Adult head = adult_at(rules, population.heads, at);
    if constexpr (!kHasSpouse) add_supplement(rules.old_age, run, at, head);
    Around around{none(), head.net, counts.at(0), counts.at(1), hn::Ge(head.net, none())};
    Needs needs{head.net, head.employment, none(), head.age, none(), run.block->children};
    V kept = none();
    if constexpr (kHasSpouse) {
        Adult spouse = adult_at(rules, population.spouses, at);
        add_supplements(rules.old_age, run, at, head, spouse);
        const BothAmounts head_amounts = both_amounts(rules, head), spouse_amounts = both_amounts(rules, spouse);
        TaxCredits head_credits = credits_of(head, head_amounts), spouse_credits = credits_of(spouse, spouse_amounts);
        add_unused(rules, spouse, spouse_amounts, head_credits);
        add_unused(rules, head, head_amounts, spouse_credits);
        around.spouse_income = spouse.net;
        around.family_income = hn::Add(head.net, spouse.net);
        around.claims_family = hn::Ge(head.net, spouse.net);
        const Taxes of_head = taxes_of<true>(rules, head, around, head_credits);
        around.spouse_income = head.net;
        around.claims_family = hn::Lt(head.net, spouse.net);
        const Taxes of_spouse = taxes_of<true>(rules, spouse, around, spouse_credits);
        store(head, of_head, columns.head, i);
        store(spouse, of_spouse, columns.spouse, i);
        needs.net_income = around.family_income;
        needs.working_income = hn::Add(head.employment, spouse.employment);
        needs.smaller_earnings = hn::Min(head.employment, spouse.employment);
        needs.spouse_age = spouse.age;
        const V taxes =
            hn::Add(hn::Add(of_head.federal, of_head.provincial), hn::Add(of_spouse.federal, of_spouse.provincial));
        kept = hn::Sub(hn::Add(before_taxes(head), before_taxes(spouse)), taxes);
    } else {
        const Taxes of_head = taxes_of<false>(rules, head, around, credits_of(head, both_amounts(rules, head)));
        store(head, of_head, columns.head, i);
        kept = hn::Sub(before_taxes(head), hn::Add(of_head.federal, of_head.provincial));
    }
    const V benefits = benefits_of<kHasSpouse>(rules, needs, counts);
    const V disposable = hn::Add(kept, benefits);
    hn::StoreU(benefits, kLanes, columns.benefits.data() + i);
    hn::StoreU(disposable, kLanes, columns.disposable.data() + i);
    hn::StoreU(hn::Mul(disposable, all(rules.sales_tax_share)), kLanes, columns.sales_tax.data() + i);
}

void assess_run(const PreparedRules& rules, const Run& run, RunColumns& columns) {
    const std::size_t step = hn::Lanes(kLanes);
    if (run.block->has_spouse) {
        for (std::size_t i = 0; i < run.count; i += step) assess_step<true>(rules, run, i, columns);
        return;
    }
    columns.spouse = AdultColumns{};
    for (std::size_t i = 0; i < run.count; i += step) assess_step<false>(rules, run, i, columns);
}

}  // namespace budget_fairness::HWY_NAMESPACE
HWY_AFTER_NAMESPACE();

#if HWY_ONCE
namespace budget_fairness {

HWY_EXPORT(assess_run);

Kernel::Kernel(const RuleSet& rules, Benefits benefits)
    : prepared_(std::make_unique<const PreparedRules>(prepare(rules, benefits))) {}
Kernel::~Kernel() = default;
Kernel::Kernel(Kernel&&) noexcept = default;
Kernel& Kernel::operator=(Kernel&&) noexcept = default;

void Kernel::assess(const Run& run, RunColumns& columns) const {
    HWY_DYNAMIC_DISPATCH(assess_run)(*prepared_, run, columns);
}

const char* vector_instructions() { return hwy::TargetName(hwy::SupportedTargets() & -hwy::SupportedTargets()); }

}  // namespace budget_fairness
#endif
