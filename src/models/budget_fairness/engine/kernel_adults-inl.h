// models/budget_fairness/engine/kernel_adults-inl.h - incomes, contributions and Old Age Security of adults, as
// tax/formulas.cpp has them.
//
// Included by kernel.cpp once for each instruction set; by nobody else.
#if defined(BUDGET_FAIRNESS_KERNEL_ADULTS_INL_H) == defined(HWY_TARGET_TOGGLE)
#ifdef BUDGET_FAIRNESS_KERNEL_ADULTS_INL_H
#undef BUDGET_FAIRNESS_KERNEL_ADULTS_INL_H
#else
#define BUDGET_FAIRNESS_KERNEL_ADULTS_INL_H
#endif

#include "models/budget_fairness/engine/kernel_lanes-inl.h"

HWY_BEFORE_NAMESPACE();
namespace budget_fairness::HWY_NAMESPACE {

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

}  // namespace budget_fairness::HWY_NAMESPACE
HWY_AFTER_NAMESPACE();

#endif
