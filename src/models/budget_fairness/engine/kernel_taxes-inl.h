// models/budget_fairness/engine/kernel_taxes-inl.h - income taxes of both governments, as tax/assessment.cpp has them.
//
// Included by kernel.cpp once for each instruction set; by nobody else.
#if defined(BUDGET_FAIRNESS_KERNEL_TAXES_INL_H) == defined(HWY_TARGET_TOGGLE)
#ifdef BUDGET_FAIRNESS_KERNEL_TAXES_INL_H
#undef BUDGET_FAIRNESS_KERNEL_TAXES_INL_H
#else
#define BUDGET_FAIRNESS_KERNEL_TAXES_INL_H
#endif

#include "models/budget_fairness/engine/kernel_adults-inl.h"

HWY_BEFORE_NAMESPACE();
namespace budget_fairness::HWY_NAMESPACE {

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

}  // namespace budget_fairness::HWY_NAMESPACE
HWY_AFTER_NAMESPACE();

#endif
