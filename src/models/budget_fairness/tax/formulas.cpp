#include "models/budget_fairness/tax/formulas.h"

#include <algorithm>

namespace budget_fairness {
namespace {

constexpr int kPensionFromAge = 18;
constexpr int kPensionUntilAge = 70;

double above(double amount, double threshold) { return std::max(0.0, amount - threshold); }

// How a family looks to one benefit: children who are too old for it do not exist.
struct Shape {
    int children = 0;
    int young_children = 0;
    bool has_spouse = false;

    bool is_single() const { return !has_spouse && children == 0; }
    bool is_single_parent() const { return !has_spouse && children > 0; }
};

Shape shape_for(const BenefitRules& rules, const Family& family) {
    Shape shape{.has_spouse = family.spouse.has_value()};
    for (const int age : family.child_ages) {
        if (age < rules.child_until) ++shape.children;
        if (age < rules.young_until) ++shape.young_children;
    }
    if (rules.disabled_only > 0) shape.children = std::min(shape.children, family.disabled_children);
    return shape;
}

// Amounts of the first, second, third and each further child, up to the most that are paid for.
double for_children(const std::array<double, 4>& amounts, const BenefitRules& rules, int children) {
    double sum = 0;
    for (int i = 0; i < children && i < rules.most_children; ++i)
        sum += amounts[std::min<std::size_t>(static_cast<std::size_t>(i), amounts.size() - 1)];
    return sum;
}

double for_elders(const BenefitRules& rules, const Family& family) {
    const int elders = (family.head.age >= rules.elder_from ? 1 : 0) +
                       (family.spouse && family.spouse->age >= rules.elder_from ? 1 : 0);
    return rules.elder * elders;
}

double full_amount(const BenefitRules& rules, const Family& family, const Shape& shape, double net_income) {
    double full = rules.head + for_elders(rules, family) + for_children(rules.child, rules, shape.children) +
                  rules.young_child * shape.young_children;
    if (shape.has_spouse) full += rules.spouse;
    if (!shape.is_single()) full += rules.family;
    if (shape.is_single_parent()) full += rules.single_parent;
    if (shape.has_spouse && shape.children > 0) full += rules.couple_parents;
    if (shape.is_single() || rules.boost_families > 0)
        full += std::min(rules.single_boost, rules.boost_rate * above(net_income, rules.boost_from));
    return full;
}

double threshold(const Shrink& shrink, const Shape& shape) {
    if (shape.has_spouse) return shrink.from_couple;
    return shape.children > 0 ? shrink.from_single_parent : shrink.from_single;
}

double rate(const Shrink& shrink, const Shape& shape) {
    return shrink.rate[std::min<std::size_t>(static_cast<std::size_t>(shape.children), kChildCounts - 1)];
}

// What earnings have made a benefit grow to.
double grown(const BenefitRules& rules, const Shape& shape, double working_income) {
    double rate = rules.work_rate;
    if (shape.children > 0) rate += shape.has_spouse ? rules.work_rate_couple_parents : rules.work_rate_single_parent;
    return rate * above(working_income, rules.work_from + (shape.has_spouse ? rules.work_from_spouse : 0));
}

bool is_eligible(const BenefitRules& rules, const Family& family, const Shape& shape) {
    if (rules.children_only > 0 && shape.children == 0) return false;
    return !shape.is_single() || family.head.age >= rules.least_age;
}

double family_reduction(const ReductionBasis& basis, const ReductionRules& rules) {
    if (rules.counts_family == 0) return std::max(0.0, rules.head - rules.rate * above(basis.own_income, rules.from));
    if (!basis.claims_family) return 0;
    const bool child_counts_as_spouse = !basis.has_spouse && basis.children > 0;
    const double spouse = basis.has_spouse || child_counts_as_spouse ? rules.spouse : 0;
    const double children = rules.child * (basis.children - (child_counts_as_spouse ? 1 : 0));
    return std::max(0.0, rules.head + spouse + children - rules.rate * above(basis.family_income, rules.from));
}

double doubled_reduction(const ReductionBasis& basis, const ReductionRules& rules) {
    if (rules.doubled == 0) return 0;
    const double children = basis.claims_family ? rules.doubled_child * basis.children : 0;
    return std::max(0.0, 2 * (rules.doubled + children) - basis.tax);
}

double workers_reduction(const ReductionBasis& basis, const ReductionRules& rules) {
    const double full = std::min(rules.work_most, rules.work_rate * basis.employment_income);
    const double excess =
        std::max(above(basis.own_income, rules.work_from), above(basis.family_income, rules.work_from_family));
    return std::max(0.0, full - rules.work_taper * excess);
}

}  // namespace

double due(const Schedule& schedule, double amount) {
    double sum = 0;
    for (std::size_t i = 0; i < kMostSteps; ++i) {
        const double end = i + 1 < kMostSteps ? schedule.above[i + 1] : kNever;
        sum += schedule.rate[i] * above(std::min(amount, end), schedule.above[i]);
    }
    return sum;
}

double remaining(const Tapered& amount, double income) {
    return std::max(amount.least, amount.most - amount.rate * above(income, amount.from));
}

Contributions employee_contributions(double earnings, int age, const ContributionRules& rules) {
    Contributions paid;
    if (age >= kPensionFromAge && age < kPensionUntilAge) {
        const double pensionable = above(std::min(earnings, rules.pension_ceiling), rules.pension_exemption);
        paid.pension = std::min(rules.pension_most, rules.pension_rate * pensionable);
        paid.pension_base = rules.pension_rate > 0 ? paid.pension * rules.pension_base_rate / rules.pension_rate : 0;
        const double second = above(std::min(earnings, rules.pension_second_ceiling), rules.pension_ceiling);
        paid.pension_second = std::min(rules.pension_second_most, rules.pension_second_rate * second);
    }
    paid.insurance = std::min(rules.insurance_most, rules.insurance_rate * std::min(earnings, rules.insurance_ceiling));
    paid.parental = std::min(rules.parental_most, rules.parental_rate * std::min(earnings, rules.parental_ceiling));
    return paid;
}

double old_age_security(const Person& person, const OldAgeRules& rules) {
    if (person.age < rules.from_age || person.residence_years < rules.least_residence) return 0;
    const double share = std::min(1.0, person.residence_years / rules.full_residence);
    return rules.full * share * (person.age >= rules.later_age ? 1 + rules.later_share : 1);
}

double old_age_recovery(double pension, double income, const OldAgeRules& rules) {
    return std::min(pension, rules.recovery_rate * above(income, rules.recovery_from));
}

Elder elder_of(const Person& person, const Contributions& contributions, const OldAgeRules& rules) {
    const double earnings = person.employment_income;
    const double free = std::min(rules.earnings_free, earnings) +
                        std::min(rules.earnings_halved, above(earnings, rules.earnings_free)) / 2;
    const double income = earnings + person.pension_income + person.other_income;
    const bool has_lived_here = person.residence_years >= rules.least_residence;
    Elder elder{.income = std::max(0.0, income - person.deductions - contributions.total() - free)};
    if (person.age >= rules.from_age && has_lived_here)
        elder.pension_share = std::min(1.0, person.residence_years / rules.full_residence);
    elder.is_of_allowance_age = person.age >= rules.allowance_from_age && person.age < rules.from_age && has_lived_here;
    return elder;
}

double old_age_supplement(const Elder& own, const Elder* spouse, const OldAgeRules& rules) {
    if (rules.supplement_single == 0) return 0;
    const double missing = rules.full * (1 - own.pension_share);
    if (own.pension_share > 0 && spouse == nullptr)
        return above(rules.supplement_single + missing, rules.supplement_rate * own.income) +
               above(rules.top_up_single, rules.top_up_rate * above(own.income, rules.top_up_from));
    if (spouse == nullptr) return 0;
    const double joint = own.income + spouse->income;
    const auto top_up = [&](double most) {
        return above(most, rules.top_up_rate / 2 * above(joint, 2 * rules.top_up_from));
    };
    const auto shrunken = [&](double most, double free) {
        return most - rules.supplement_rate / 2 * above(joint, free);
    };
    const double of_allowance = rules.full * 4 / 3;  // joint income that the pension's part of an Allowance bears
    const double couple = shrunken(rules.supplement_couple, of_allowance);
    if (own.pension_share == 0) {
        if (!own.is_of_allowance_age || spouse->pension_share == 0) return 0;
        const double pension = above(rules.full, 1.5 * rules.supplement_rate * joint);
        return std::max(0.0, couple + pension) + top_up(rules.top_up_couple);
    }
    if (spouse->pension_share > 0)
        return std::max(0.0, shrunken(rules.supplement_couple, 0) + missing) + top_up(rules.top_up_couple);
    const double beside_none = shrunken(rules.supplement_single, rules.full);
    if (!spouse->is_of_allowance_age) return std::max(0.0, beside_none + missing) + top_up(rules.top_up_single);
    const double level =
        rules.supplement_single - rules.supplement_couple - rules.supplement_rate / 2 * (of_allowance - rules.full);
    return std::max(0.0, std::max(couple, std::min(level, beside_none)) + missing) + top_up(rules.top_up_couple);
}

double unused_amounts(double seniors, double others, double taxable_income) {
    return above(seniors, above(taxable_income, others));
}

double worth_of_credits(double amounts, const IncomeTaxRules& tax) {
    const double worth = tax.credits.rate * amounts;
    return worth + tax.supplement_share * above(worth, tax.supplement_from);
}

Reduction low_income_reduction(const ReductionBasis& basis, const ReductionRules& rules) {
    const double first = std::min(basis.tax, family_reduction(basis, rules) + doubled_reduction(basis, rules));
    const double workers = std::min(basis.tax - first, workers_reduction(basis, rules));
    if (rules.counts_family > 0) return {.in_payroll = 0, .with_return = first + workers};
    return {.in_payroll = first, .with_return = workers};
}

double benefit_paid(const BenefitRules& rules, const Family& family, const BenefitBasis& basis) {
    const auto shape = shape_for(rules, family);
    if (!is_eligible(rules, family, shape)) return 0;
    const double income = std::max(0.0, basis.net_income - std::min(rules.second_earner, basis.smaller_earnings));
    const double full = full_amount(rules, family, shape, income);
    const double earned = rules.work_rate > 0 ? std::min(full, grown(rules, shape, basis.working_income)) : full;
    const double kept = std::min(earned, for_children(rules.kept, rules, shape.children) +
                                             (shape.is_single_parent() ? rules.kept_single_parent : 0));
    const double second_from = threshold(rules.second, shape);
    const double first_part = above(std::min(income, second_from), threshold(rules.first, shape));
    const double after_first = std::max(kept, earned - rate(rules.first, shape) * first_part);
    const double paid = std::max(0.0, after_first - rate(rules.second, shape) * above(income, second_from));
    if (income > rules.gone_above) return 0;
    if (income <= rules.part_above) return paid;
    const double spared = std::min(paid, rules.part_spares_first * rules.child[0]);
    return spared + rules.part_share * (paid - spared);
}

double disability_supplement(const Family& family, const BenefitBasis& basis, const DisabilitySupplementRules& rules) {
    const bool are_two = family.head.is_disabled && family.spouse && family.spouse->is_disabled;
    const bool is_family = family.spouse || !family.child_ages.empty();
    const double taken = (are_two ? rules.rate_two : rules.rate) *
                         above(basis.net_income, is_family ? rules.from_family : rules.from_single);
    const auto of = [&](const Person& person) {
        if (!person.is_disabled) return 0.0;
        const double earned = rules.work_rate * above(person.employment_income, rules.work_from);
        return above(std::min(rules.most, earned), taken);
    };
    return of(family.head) + (family.spouse ? of(*family.spouse) : 0);
}

double sales_tax_in(double spending, const SalesTaxRules& rules) {
    const double rate = rules.federal_rate + rules.provincial_rate;
    return spending * rate / (1 + rate);
}

}  // namespace budget_fairness
