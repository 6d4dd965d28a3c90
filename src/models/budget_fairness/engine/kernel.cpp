// The formulas of tax/formulas.cpp and tax/assessment.cpp once more, each for a vector of families. Compiled for
// several instruction sets; the best that the processor has is taken at run time. The references to the law stand
// there.
#include "models/budget_fairness/engine/kernel.h"

#include <vector>

#include "models/budget_fairness/engine/prepared_rules.h"

// With sanitizers each instruction set takes half a minute to compile: there, the oldest and the usual one must do.
#if defined(__SANITIZE_ADDRESS__) || __has_feature(address_sanitizer)
#define HWY_DISABLED_TARGETS (HWY_SSSE3 | HWY_SSE4 | HWY_AVX3 | HWY_AVX3_DL)
#else
#define HWY_DISABLED_TARGETS (HWY_SSSE3 | HWY_AVX3_DL)
#endif
#undef HWY_TARGET_INCLUDE
#define HWY_TARGET_INCLUDE "models/budget_fairness/engine/kernel.cpp"
#include <hwy/foreach_target.h>
#include <hwy/highway.h>

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

// One adult of each family, as far as nobody else matters.
struct Adult {
    V age, employment, pension, claimed_federal, claimed_provincial;
    V contributions, credited;  // paid, and the part that earns a credit
    V old_age, recovery, total, net;
};

HWY_INLINE void contribute(const PreparedRules& rules, Adult& adult, V& deducted) {
    const auto& law = rules.contributions;
    const V earnings = adult.employment;
    const M is_insured = hn::And(hn::Ge(adult.age, all(18)), hn::Lt(adult.age, all(70)));
    const V pensionable = above(hn::Min(earnings, all(law.pension_ceiling)), law.pension_exemption);
    const V pension = when(is_insured, hn::Min(all(law.pension_most), hn::Mul(pensionable, all(law.pension_rate))));
    const V base = hn::Mul(pension, all(rules.pension_base_share));
    V second = none();
    if (law.pension_second_most > 0) {
        const V upper = above(hn::Min(earnings, all(law.pension_second_ceiling)), law.pension_ceiling);
        second = when(is_insured, hn::Min(all(law.pension_second_most), hn::Mul(upper, all(law.pension_second_rate))));
    }
    const V insurance = hn::Min(all(law.insurance_most),
                                hn::Mul(hn::Min(earnings, all(law.insurance_ceiling)), all(law.insurance_rate)));
    const V parental =
        hn::Min(all(law.parental_most), hn::Mul(hn::Min(earnings, all(law.parental_ceiling)), all(law.parental_rate)));
    const V premiums = hn::Add(insurance, parental);
    adult.contributions = hn::Add(hn::Add(pension, second), premiums);
    adult.credited = hn::Add(base, premiums);
    deducted = hn::Add(hn::Sub(pension, base), second);
}

HWY_INLINE V old_age_security(const OldAgeRules& law, V age, V residence) {
    const M is_entitled = hn::And(hn::Ge(age, all(law.from_age)), hn::Ge(residence, all(law.least_residence)));
    const V share = hn::Min(all(1), hn::Div(residence, all(law.full_residence)));
    const V later = hn::IfThenElse(hn::Ge(age, all(law.later_age)), all(1 + law.later_share), all(1));
    return when(is_entitled, hn::Mul(hn::Mul(all(law.full), share), later));
}

HWY_INLINE Adult adult_at(const PreparedRules& rules, const Adults& adults, std::size_t at) {
    Adult adult;
    adult.age = load(adults.ages, at);
    adult.employment = load(adults[Amount::employment], at);
    adult.pension = load(adults[Amount::pension], at);
    adult.claimed_federal = load(adults[Amount::federal_credits], at);
    adult.claimed_provincial = load(adults[Amount::provincial_credits], at);
    V deducted = none();
    contribute(rules, adult, deducted);
    adult.old_age = old_age_security(rules.old_age, adult.age, load(adults.residence_years, at));
    const V market = hn::Add(hn::Add(adult.employment, adult.pension), load(adults[Amount::other], at));
    adult.total = hn::Add(market, adult.old_age);
    const V deductions = hn::Add(load(adults[Amount::deductions], at), deducted);
    const V before = above(adult.total, deductions);
    const V taken = hn::Mul(above(before, rules.old_age.recovery_from), all(rules.old_age.recovery_rate));
    adult.recovery = hn::Min(adult.old_age, taken);
    adult.net = hn::Sub(before, adult.recovery);
    return adult;
}

// What an adult's tax needs to know of the family.
struct Around {
    V spouse_income, family_income, minors, dependants;
    M claims_family;  // of two, the one with the higher net income
};

template <bool kHasSpouse>
HWY_INLINE V spouse_amount(const CreditRules& law, V basic, const Around& around) {
    const V most = law.spouse_follows_basic > 0 ? basic : all(law.spouse.most);
    if constexpr (kHasSpouse) return when(around.claims_family, remaining(law.spouse, most, around.spouse_income));
    return when(hn::Gt(around.minors, none()), most);
}

template <bool kHasSpouse>
HWY_INLINE V credit_amounts(const CreditRules& law, const Adult& adult, const Around& around) {
    const V basic = remaining(law.basic, adult.net);
    V sum = hn::Add(basic, spouse_amount<kHasSpouse>(law, basic, around));
    sum = hn::Add(sum, hn::Min(all(law.employment), adult.employment));
    sum = hn::MulAdd(all(law.contribution_share), adult.credited, sum);
    const V of_old = hn::Add(remaining(law.age, adult.net), hn::Min(all(law.pension), adult.pension));
    return hn::Add(sum, when(hn::Ge(adult.age, all(65)), of_old));
}

// Tax after credits; claimed credits come on top of those that are calculated.
template <bool kHasSpouse>
HWY_INLINE V after_credits(const PreparedTax& law, const Adult& adult, const Around& around, V claimed) {
    V worth = hn::Mul(all(law.credits.rate), credit_amounts<kHasSpouse>(law.credits, adult, around));
    if (law.supplement_share > 0)
        worth = hn::MulAdd(above(worth, law.supplement_from), all(law.supplement_share), worth);
    return above(due(law.brackets, adult.net), hn::Add(worth, claimed));
}

template <bool kHasSpouse>
HWY_INLINE V family_reduction(const ReductionRules& law, const Adult& adult, const Around& around) {
    if (law.counts_family == 0) return above(all(law.head), hn::Mul(all(law.rate), above(adult.net, law.from)));
    V full = hn::MulAdd(all(law.child), around.dependants, all(law.head));
    if constexpr (kHasSpouse) {
        full = hn::Add(full, all(law.spouse));
    } else {
        full = hn::Add(full, when(hn::Gt(around.dependants, none()), all(law.spouse - law.child)));
    }
    return when(around.claims_family, above(full, hn::Mul(all(law.rate), above(around.family_income, law.from))));
}

template <bool kHasSpouse>
HWY_INLINE V reduction(const ReductionRules& law, const Adult& adult, const Around& around, V tax) {
    V both = family_reduction<kHasSpouse>(law, adult, around);
    if (law.doubled != 0) {
        const V children = when(around.claims_family, hn::Mul(all(law.doubled_child), around.dependants));
        both = hn::Add(both, above(hn::Mul(all(2), hn::Add(all(law.doubled), children)), tax));
    }
    const V first = hn::Min(tax, both);
    const V full = hn::Min(all(law.work_most), hn::Mul(all(law.work_rate), adult.employment));
    const V excess = hn::Max(above(adult.net, law.work_from), above(around.family_income, law.work_from_family));
    const V of_workers = above(full, hn::Mul(all(law.work_taper), excess));
    return hn::Add(first, hn::Min(hn::Sub(tax, first), of_workers));
}

struct Taxes {
    V federal, provincial;
};

template <bool kHasSpouse>
HWY_INLINE Taxes taxes_of(const PreparedRules& rules, const Adult& adult, const Around& around) {
    const V federal = after_credits<kHasSpouse>(rules.federal, adult, around, adult.claimed_federal);
    V federal_tax = hn::NegMulAdd(all(rules.abatement), federal, federal);
    if (rules.federal.surtax.count > 0) federal_tax = hn::Add(federal_tax, due(rules.federal.surtax, federal));
    if (rules.federal.premium.count > 0) federal_tax = hn::Add(federal_tax, due(rules.federal.premium, adult.net));
    V tax = after_credits<kHasSpouse>(rules.provincial, adult, around, adult.claimed_provincial);
    if (rules.provincial.surtax.count > 0) tax = hn::Add(tax, due(rules.provincial.surtax, tax));
    if (rules.provincial.has_reduction)
        tax = hn::Sub(tax, reduction<kHasSpouse>(rules.provincial.reduction, adult, around, tax));
    if (rules.provincial.premium.count > 0) tax = hn::Add(tax, due(rules.provincial.premium, adult.net));
    return {federal_tax, tax};
}

HWY_INLINE void store(const Adult& adult, const Taxes& taxes, AdultColumns& columns, std::size_t i) {
    hn::StoreU(adult.total, kLanes, columns.total_income.data() + i);
    hn::StoreU(taxes.federal, kLanes, columns.federal_tax.data() + i);
    hn::StoreU(taxes.provincial, kLanes, columns.provincial_tax.data() + i);
    hn::StoreU(adult.contributions, kLanes, columns.contributions.data() + i);
    hn::StoreU(hn::Sub(adult.old_age, adult.recovery), kLanes, columns.old_age_security.data() + i);
    hn::StoreU(adult.recovery, kLanes, columns.old_age_recovery.data() + i);
}

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
    V net_income, working_income, head_age, spouse_age;
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
    if constexpr (kHasSpouse) return hn::Add(full, all(law.spouse + law.family));
    const V boost =
        hn::Min(all(law.single_boost), hn::Mul(all(law.boost_rate), above(needs.net_income, law.boost_from)));
    return hn::Add(full, hn::IfThenElse(has_children, all(law.family + law.single_parent), boost));
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
HWY_INLINE V paid(const PreparedBenefit& benefit, const Needs& needs, const ChildCounts& counts) {
    const auto& law = benefit.rules;
    const V children = law.disabled_only > 0 ? none() : counts.at(benefit.children);
    const M has_children = hn::Gt(children, none());
    V earned = full_amount<kHasSpouse>(law, needs, children, counts.at(benefit.young));
    if (law.work_rate > 0)
        earned = hn::Min(earned, hn::Mul(all(law.work_rate), above(needs.working_income, law.work_from)));
    V amount = after_shrinking<kHasSpouse>(law, needs, children, earned);
    amount = hn::IfThenElse(hn::Gt(needs.net_income, all(law.halved_above)), hn::Mul(amount, all(0.5)), amount);
    amount = hn::IfThenZeroElse(hn::Gt(needs.net_income, all(law.gone_above)), amount);
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

template <bool kHasSpouse>
HWY_INLINE void assess_step(const PreparedRules& rules, const Run& run, std::size_t i, RunColumns& columns) {
    const auto& population = *run.population;
    const std::size_t at = run.begin + i;
    ChildCounts counts;
    count_children(rules, run, at, counts);
    const Adult head = adult_at(rules, population.heads, at);
    Around around{none(), head.net, counts.at(0), counts.at(1), hn::Ge(head.net, none())};
    Needs needs{head.net, head.employment, head.age, none(), run.block->children};
    V kept = hn::Sub(hn::Sub(head.total, head.recovery), head.contributions);
    if constexpr (kHasSpouse) {
        const Adult spouse = adult_at(rules, population.spouses, at);
        around.spouse_income = spouse.net;
        around.family_income = hn::Add(head.net, spouse.net);
        around.claims_family = hn::Ge(head.net, spouse.net);
        const Taxes of_head = taxes_of<true>(rules, head, around);
        around.spouse_income = head.net;
        around.claims_family = hn::Lt(head.net, spouse.net);
        const Taxes of_spouse = taxes_of<true>(rules, spouse, around);
        store(head, of_head, columns.head, i);
        store(spouse, of_spouse, columns.spouse, i);
        needs.net_income = around.family_income;
        needs.working_income = hn::Add(head.employment, spouse.employment);
        needs.spouse_age = spouse.age;
        const V taxes =
            hn::Add(hn::Add(of_head.federal, of_head.provincial), hn::Add(of_spouse.federal, of_spouse.provincial));
        kept = hn::Add(kept, hn::Sub(hn::Sub(spouse.total, spouse.recovery), spouse.contributions));
        kept = hn::Sub(kept, taxes);
    } else {
        const Taxes of_head = taxes_of<false>(rules, head, around);
        store(head, of_head, columns.head, i);
        kept = hn::Sub(kept, hn::Add(of_head.federal, of_head.provincial));
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
