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
    V market, deductions;
    V pension_share;  // of a full Old Age Security; 0: none
    V old_age, supplement, recovery, total, net, taxable;
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

HWY_INLINE V pension_share(const OldAgeRules& law, V age, V residence) {
    const M is_entitled = hn::And(hn::Ge(age, all(law.from_age)), hn::Ge(residence, all(law.least_residence)));
    return when(is_entitled, hn::Min(all(1), hn::Mul(residence, all(1 / law.full_residence))));
}

HWY_INLINE V old_age_security(const OldAgeRules& law, V age, V share) {
    const V later = hn::IfThenElse(hn::Ge(age, all(law.later_age)), all(1 + law.later_share), all(1));
    return hn::Mul(hn::Mul(all(law.full), share), later);
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
    adult.pension_share = pension_share(rules.old_age, adult.age, load(adults.residence_years, at));
    adult.old_age = old_age_security(rules.old_age, adult.age, adult.pension_share);
    adult.supplement = none();
    adult.market = hn::Add(hn::Add(adult.employment, adult.pension), load(adults[Amount::other], at));
    adult.total = hn::Add(adult.market, adult.old_age);
    adult.deductions = load(adults[Amount::deductions], at);
    const V before = above(adult.total, hn::Add(adult.deductions, deducted));
    const V taken = hn::Mul(above(before, rules.old_age.recovery_from), all(rules.old_age.recovery_rate));
    adult.recovery = hn::Min(adult.old_age, taken);
    adult.net = adult.taxable = hn::Sub(before, adult.recovery);
    return adult;
}

// As elder_of().
struct Elder {
    V income;
    M has_pension, is_of_allowance_age;
};

HWY_INLINE Elder elder_of(const OldAgeRules& law, const Adult& adult, V residence) {
    const V halved = hn::Min(all(law.earnings_halved), above(adult.employment, law.earnings_free));
    const V free = hn::MulAdd(halved, all(0.5), hn::Min(all(law.earnings_free), adult.employment));
    const V income = above(adult.market, hn::Add(hn::Add(adult.deductions, adult.contributions), free));
    const M is_of_age = hn::And(hn::Ge(adult.age, all(law.allowance_from_age)), hn::Lt(adult.age, all(law.from_age)));
    return {income, hn::Gt(adult.pension_share, none()),
            hn::And(is_of_age, hn::Ge(residence, all(law.least_residence)))};
}

// As old_age_supplement(), alone.
HWY_INLINE V supplement_alone(const OldAgeRules& law, const Elder& own, V share) {
    const V most = hn::MulAdd(all(law.full), hn::Sub(all(1), share), all(law.supplement_single));
    const V supplement = above(most, hn::Mul(all(law.supplement_rate), own.income));
    const V top_up = above(all(law.top_up_single), hn::Mul(all(law.top_up_rate), above(own.income, law.top_up_from)));
    return when(own.has_pension, hn::Add(supplement, top_up));
}

// As old_age_supplement(), of two; `share` is that of `own`.
HWY_INLINE V supplement_of_two(const OldAgeRules& law, const Elder& own, const Elder& spouse, V share) {
    const double of_allowance = law.full * 4 / 3;
    const V joint = hn::Add(own.income, spouse.income);
    const V missing = hn::Mul(all(law.full), hn::Sub(all(1), share));
    const V taken = hn::Mul(all(law.top_up_rate / 2), above(joint, 2 * law.top_up_from));
    const V top_up_couple = above(all(law.top_up_couple), taken);
    const auto shrunken = [&](double most, double free) HWY_ATTR {
        return hn::NegMulAdd(all(law.supplement_rate / 2), above(joint, free), all(most));
    };
    const V couple = shrunken(law.supplement_couple, of_allowance);
    const V pension = above(all(law.full), hn::Mul(all(1.5 * law.supplement_rate), joint));
    const V allowance = hn::Add(hn::Max(none(), hn::Add(couple, pension)), top_up_couple);
    const V of_both = hn::Add(hn::Max(none(), hn::Add(shrunken(law.supplement_couple, 0), missing)), top_up_couple);
    const V beside_none = shrunken(law.supplement_single, law.full);
    const V of_one = hn::Add(hn::Max(none(), hn::Add(beside_none, missing)), above(all(law.top_up_single), taken));
    const double level =
        law.supplement_single - law.supplement_couple - law.supplement_rate / 2 * (of_allowance - law.full);
    const V beside = hn::Max(couple, hn::Min(all(level), beside_none));
    const V beside_allowance = hn::Add(hn::Max(none(), hn::Add(beside, missing)), top_up_couple);
    const V otherwise = hn::IfThenElse(spouse.is_of_allowance_age, beside_allowance, of_one);
    return hn::IfThenElse(own.has_pension, hn::IfThenElse(spouse.has_pension, of_both, otherwise),
                          when(hn::And(own.is_of_allowance_age, spouse.has_pension), allowance));
}

HWY_INLINE void take(Adult& adult, V supplement) {
    adult.supplement = supplement;
    adult.total = hn::Add(adult.total, supplement);
    adult.net = hn::Add(adult.net, supplement);
}

HWY_INLINE void add_supplement(const OldAgeRules& law, const Run& run, std::size_t at, Adult& head) {
    if (law.supplement_single == 0 || hn::AllFalse(kLanes, hn::Gt(head.pension_share, none()))) return;
    const Elder elder = elder_of(law, head, load(run.population->heads.residence_years, at));
    take(head, supplement_alone(law, elder, head.pension_share));
}

HWY_INLINE void add_supplements(const OldAgeRules& law, const Run& run, std::size_t at, Adult& head, Adult& spouse) {
    const M has_pension = hn::Gt(hn::Max(head.pension_share, spouse.pension_share), none());
    if (law.supplement_single == 0 || hn::AllFalse(kLanes, has_pension)) return;
    const Elder first = elder_of(law, head, load(run.population->heads.residence_years, at));
    const Elder second = elder_of(law, spouse, load(run.population->spouses.residence_years, at));
    take(head, supplement_of_two(law, first, second, head.pension_share));
    take(spouse, supplement_of_two(law, second, first, spouse.pension_share));
}

HWY_INLINE V taxable_income(const PreparedTax& law, const Adult& adult) {
    if (law.earnings_deduction_rate == 0) return adult.taxable;
    const V deduction = hn::Mul(all(law.earnings_deduction_rate), adult.employment);
    return above(adult.taxable, hn::Min(all(law.earnings_deduction_most), deduction));
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

// As OwnAmounts in tax/assessment.cpp.
struct OwnAmounts {
    V basic, others, seniors;
};

HWY_INLINE OwnAmounts own_amounts(const CreditRules& law, const Adult& adult) {
    const V basic = remaining(law.basic, adult.net);
    const V working = hn::Add(basic, hn::Min(all(law.employment), adult.employment));
    const V of_old = hn::Add(remaining(law.age, adult.net), hn::Min(all(law.pension), adult.pension));
    return {basic, hn::MulAdd(all(law.contribution_share), adult.credited, working),
            when(hn::Ge(adult.age, all(65)), of_old)};
}

// What a government's tax on an adult is worked out from.
struct Credits {
    OwnAmounts own;
    V from_spouse;
    V claimed;  // come on top of those that are calculated
};

template <bool kHasSpouse>
HWY_INLINE V after_credits(const PreparedTax& law, const Adult& adult, const Around& around, const Credits& credits) {
    const auto& [basic, others, seniors] = credits.own;
    V amounts = hn::Add(hn::Add(others, seniors), spouse_amount<kHasSpouse>(law.credits, basic, around));
    if (law.credits.senior > 0) amounts = hn::Add(amounts, when(hn::Ge(adult.age, all(65)), all(law.credits.senior)));
    if constexpr (kHasSpouse) amounts = hn::Add(amounts, credits.from_spouse);
    V worth = hn::Mul(all(law.credits.rate), amounts);
    if (law.supplement_share > 0)
        worth = hn::MulAdd(above(worth, law.supplement_from), all(law.supplement_share), worth);
    return above(due(law.brackets, taxable_income(law, adult)), hn::Add(worth, credits.claimed));
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

// An adult's amounts under both governments' laws, and what the spouse cannot use of its own.
struct BothAmounts {
    OwnAmounts federal, provincial;
};

HWY_INLINE BothAmounts both_amounts(const PreparedRules& rules, const Adult& adult) {
    return {own_amounts(rules.federal.credits, adult), own_amounts(rules.provincial.credits, adult)};
}

HWY_INLINE V unused(const CreditRules& law, const OwnAmounts& amounts, V taxable) {
    if (law.transfers == 0) return none();
    return hn::Mul(all(law.transfers), above(amounts.seniors, above(taxable, amounts.others)));
}

struct TaxCredits {
    Credits federal, provincial;
};

HWY_INLINE TaxCredits credits_of(const Adult& adult, const BothAmounts& own) {
    return {{own.federal, none(), adult.claimed_federal}, {own.provincial, none(), adult.claimed_provincial}};
}

HWY_INLINE void add_unused(const PreparedRules& rules, const Adult& spouse, const BothAmounts& of_spouse,
                           TaxCredits& credits) {
    credits.federal.from_spouse = unused(rules.federal.credits, of_spouse.federal, spouse.taxable);
    credits.provincial.from_spouse = unused(rules.provincial.credits, of_spouse.provincial, spouse.taxable);
}

HWY_INLINE V senior_relief(const PreparedTax& law, const Adult& adult, V tax) {
    const M is_due = hn::And(hn::Ge(adult.age, all(65)), hn::Lt(adult.taxable, all(law.senior_relief_until)));
    return hn::Min(tax, when(is_due, all(law.senior_relief)));
}

template <bool kHasSpouse>
HWY_INLINE Taxes taxes_of(const PreparedRules& rules, const Adult& adult, const Around& around,
                          const TaxCredits& credits) {
    const V federal = after_credits<kHasSpouse>(rules.federal, adult, around, credits.federal);
    V federal_tax = hn::NegMulAdd(all(rules.abatement), federal, federal);
    if (rules.federal.surtax.count > 0) federal_tax = hn::Add(federal_tax, due(rules.federal.surtax, federal));
    if (rules.federal.premium.count > 0) federal_tax = hn::Add(federal_tax, due(rules.federal.premium, adult.taxable));
    V tax = after_credits<kHasSpouse>(rules.provincial, adult, around, credits.provincial);
    if (rules.provincial.surtax.count > 0) tax = hn::Add(tax, due(rules.provincial.surtax, tax));
    if (rules.provincial.has_reduction)
        tax = hn::Sub(tax, reduction<kHasSpouse>(rules.provincial.reduction, adult, around, tax));
    if (rules.provincial.senior_relief > 0) tax = hn::Sub(tax, senior_relief(rules.provincial, adult, tax));
    if (rules.provincial.premium.count > 0)
        tax = hn::Add(tax, due(rules.provincial.premium, taxable_income(rules.provincial, adult)));
    return {federal_tax, tax};
}

// What is left of income before income taxes.
HWY_INLINE V before_taxes(const Adult& adult) {
    return hn::Sub(hn::Sub(adult.total, adult.recovery), adult.contributions);
}

HWY_INLINE void store(const Adult& adult, const Taxes& taxes, AdultColumns& columns, std::size_t i) {
    hn::StoreU(adult.total, kLanes, columns.total_income.data() + i);
    hn::StoreU(taxes.federal, kLanes, columns.federal_tax.data() + i);
    hn::StoreU(taxes.provincial, kLanes, columns.provincial_tax.data() + i);
    hn::StoreU(adult.contributions, kLanes, columns.contributions.data() + i);
    hn::StoreU(hn::Sub(hn::Add(adult.old_age, adult.supplement), adult.recovery), kLanes,
               columns.old_age_security.data() + i);
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
    if constexpr (kHasSpouse)
        return hn::Add(full, hn::Add(all(law.spouse + law.family), when(has_children, all(law.couple_parents))));
    const V boost =
        hn::Min(all(law.single_boost), hn::Mul(all(law.boost_rate), above(needs.net_income, law.boost_from)));
    return hn::Add(full, hn::IfThenElse(has_children, all(law.family + law.single_parent), boost));
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
