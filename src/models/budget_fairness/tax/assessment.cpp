#include "models/budget_fairness/tax/assessment.h"

#include <algorithm>
#include <numeric>

#include "models/budget_fairness/tax/formulas.h"

namespace budget_fairness {
namespace {

constexpr int kSeniorAge = 65;
constexpr int kMajority = 18;

int children_below(const Family& family, int age) {
    return static_cast<int>(std::ranges::count_if(family.child_ages, [age](int child) { return child < age; }));
}

// Income, contributions and Old Age Security: what does not depend on anybody else.
PersonAssessment assess_income(const Person& person, const RuleSet& rules) {
    PersonAssessment result;
    result.contributions = employee_contributions(person.employment_income, person.age, rules.contributions);
    result.old_age_security = old_age_security(person, rules.old_age);
    result.total_income =
        person.employment_income + person.pension_income + person.other_income + result.old_age_security;
    const double before_recovery =
        std::max(0.0, result.total_income - person.deductions - result.contributions.deducted());
    result.old_age_recovery = old_age_recovery(result.old_age_security, before_recovery, rules.old_age);
    result.net_income = before_recovery - result.old_age_recovery;
    result.taxable_income = result.net_income;
    return result;
}

// Supplements to Old Age Security are income, but no taxable income (Income Tax Act, s. 56(1) and 110(1)(f)).
void add_supplements(const Family& family, const RuleSet& rules, Assessment& result) {
    const auto head = elder_of(family.head, result.head.contributions, rules.old_age);
    const auto add = [&](PersonAssessment& own, const Elder& elder, const Elder* other) {
        own.supplement = old_age_supplement(elder, other, rules.old_age);
        own.total_income += own.supplement;
        own.net_income += own.supplement;
    };
    if (!family.spouse) return add(result.head, head, nullptr);
    const auto spouse = elder_of(*family.spouse, result.spouse->contributions, rules.old_age);
    add(result.head, head, &spouse);
    add(*result.spouse, spouse, &head);
}

// What one person's tax needs to know of the others.
struct Around {
    bool has_spouse = false;
    double spouse_income = 0;    // net
    double family_income = 0;    // net
    bool claims_family = false;  // of two, the one with the higher net income
    int minors = 0;
    int dependants = 0;  // children below kDependantUntil
};

struct Adult {
    const Person& person;
    const PersonAssessment& assessed;
};

// The spouse amount, or that of a single parent for one child (Income Tax Act, s. 118(1)B(a) and (b)).
double spouse_amount(const CreditRules& credits, double basic, const Around& around) {
    auto amount = credits.spouse;
    if (credits.spouse_follows_basic > 0) amount.most = basic;
    if (around.has_spouse) return around.claims_family ? remaining(amount, around.spouse_income) : 0;
    return around.minors > 0 ? amount.most : 0;
}

// What a person's own circumstances give: for seniors, and for everybody.
struct OwnAmounts {
    double basic = 0;
    double others = 0;   // basic amount, employment, contributions
    double seniors = 0;  // age and pension
    double senior = 0;   // what cannot go to a spouse
};

OwnAmounts own_amounts(const Adult& adult, const CreditRules& credits) {
    const auto& [person, own] = adult;
    OwnAmounts amounts{.basic = remaining(credits.basic, own.net_income)};
    amounts.others = amounts.basic + std::min(credits.employment, person.employment_income) +
                     credits.contribution_share * own.contributions.credited();
    if (person.age < kSeniorAge) return amounts;
    amounts.seniors = remaining(credits.age, own.net_income) + std::min(credits.pension, person.pension_income);
    amounts.senior = credits.senior;
    return amounts;
}

double credit_amounts(const Adult& adult, const std::optional<Adult>& spouse, const CreditRules& credits,
                      const Around& around) {
    const auto own = own_amounts(adult, credits);
    const double sum = own.others + own.seniors + own.senior + spouse_amount(credits, own.basic, around);
    if (!spouse) return sum;
    const auto others = own_amounts(*spouse, credits);
    return sum + credits.transfers * unused_amounts(others.seniors, others.others, spouse->assessed.taxable_income);
}

// Quebec: Taxation Act, s. 358.0.2, deduction for workers.
double taxable_income(const Adult& adult, const IncomeTaxRules& rules) {
    const double deduction =
        std::min(rules.earnings_deduction_most, rules.earnings_deduction_rate * adult.person.employment_income);
    return std::max(0.0, adult.assessed.taxable_income - deduction);
}

// Tax before abatements and reductions: brackets, credits, surtax, premium.
IncomeTax tax_before_reduction(double taxable_income, double amounts, const IncomeTaxRules& rules) {
    IncomeTax tax;
    tax.before_credits = due(rules.brackets, taxable_income);
    tax.credit_amounts = amounts;
    tax.credits = std::min(tax.before_credits, worth_of_credits(amounts, rules));
    tax.surtax = due(rules.surtax, tax.before_credits - tax.credits);
    tax.premium = due(rules.premium, taxable_income);
    return tax;
}

double final_tax(const IncomeTax& tax) {
    return tax.before_credits - tax.credits + tax.surtax - tax.reduction - tax.abatement + tax.premium;
}

// Nova Scotia: Income Tax Act, s. 12B, age tax credit.
double senior_relief(const Adult& adult, const IncomeTaxRules& rules) {
    const bool is_due = adult.person.age >= kSeniorAge && adult.assessed.taxable_income < rules.senior_relief_until;
    return is_due ? rules.senior_relief : 0;
}

// The two of a family: whose taxes are worked out, and the other one.
struct Two {
    const Person& person;
    const std::optional<Adult>& spouse;
};

void assess_taxes(const Two& two, const Around& around, const RuleSet& rules, PersonAssessment& own) {
    const Adult adult{two.person, own};
    const auto before_reduction = [&](const IncomeTaxRules& tax) {
        return tax_before_reduction(taxable_income(adult, tax), credit_amounts(adult, two.spouse, tax.credits, around),
                                    tax);
    };
    own.federal = before_reduction(rules.federal);
    // Quebec abatement: Income Tax Act, s. 120(2) and Federal-Provincial Fiscal Arrangements Act, s. 27.
    own.federal.abatement = rules.abatement * (own.federal.before_credits - own.federal.credits);
    own.federal.tax = final_tax(own.federal);

    own.provincial = before_reduction(rules.provincial);
    const double tax = own.provincial.before_credits - own.provincial.credits + own.provincial.surtax;
    const auto reduction = low_income_reduction({.tax = tax,
                                                 .employment_income = two.person.employment_income,
                                                 .own_income = own.net_income,
                                                 .family_income = around.family_income,
                                                 .children = around.dependants,
                                                 .has_spouse = around.has_spouse,
                                                 .claims_family = around.claims_family},
                                                rules.provincial.reduction);
    own.provincial.with_return = reduction.with_return;
    own.provincial.reduction = reduction.total();
    own.provincial.reduction += std::min(tax - own.provincial.reduction, senior_relief(adult, rules.provincial));
    own.provincial.tax = final_tax(own.provincial);
}

double income_of(const Person& person) {
    return person.employment_income + person.pension_income + person.other_income;
}

void assess_benefits(const Family& family, const RuleSet& rules, Assessment& result) {
    BenefitBasis basis{.net_income = result.family_net_income, .working_income = result.working_income};
    if (family.spouse)
        basis.smaller_earnings = std::min(family.head.employment_income, family.spouse->employment_income);
    for (std::size_t i = 0; i < kBenefits; ++i) result.benefits[i] = benefit_paid(rules.benefits[i], family, basis);
    result.disability_supplement = disability_supplement(family, basis, rules.disability);
}

double disposable_income(const Family& family, const Assessment& result) {
    return income_of(family.head) + (family.spouse ? income_of(*family.spouse) : 0) + result.benefits_total() -
           result.federal_tax() - result.provincial_tax() - result.contributions().total();
}

// Does a missing rule matter to this family?
bool touches(Concerns concerns, const Family& family, const Assessment& result) {
    const int oldest = std::max(family.head.age, family.spouse ? family.spouse->age : 0);
    const bool has_low_income = result.family_net_income < kLowIncome;
    constexpr int kAllowanceAge = 60, kLateAge = 70;
    switch (concerns) {
        case Concerns::everyone:
            return true;
        case Concerns::workers:
            return result.working_income > 0;
        case Concerns::aged_60:
            return oldest >= kAllowanceAge;
        case Concerns::aged_65:
            return oldest >= kSeniorAge;
        case Concerns::aged_70:
            return oldest >= kLateAge;
        case Concerns::spouses:
            return family.spouse.has_value() || children_below(family, kMajority) > 0;
        case Concerns::parents:
            return children_below(family, kDependantUntil) > 0;
        case Concerns::disabled_children:
            return family.disabled_children > 0;
        case Concerns::low_income:
            return has_low_income;
        case Concerns::working_poor:
            return has_low_income && result.working_income > 0;
    }
    return true;
}

}  // namespace

double Assessment::federal_tax() const { return head.federal.tax + (spouse ? spouse->federal.tax : 0); }
double Assessment::provincial_tax() const { return head.provincial.tax + (spouse ? spouse->provincial.tax : 0); }

double Assessment::reduction_with_return() const {
    return head.provincial.with_return + (spouse ? spouse->provincial.with_return : 0);
}

Contributions Assessment::contributions() const {
    auto sum = head.contributions;
    if (!spouse) return sum;
    const auto& other = spouse->contributions;
    sum.pension += other.pension;
    sum.pension_base += other.pension_base;
    sum.pension_second += other.pension_second;
    sum.insurance += other.insurance;
    sum.parental += other.parental;
    return sum;
}

double Assessment::old_age_security() const {
    const double own = head.old_age_security - head.old_age_recovery;
    return own + (spouse ? spouse->old_age_security - spouse->old_age_recovery : 0);
}

double Assessment::supplements() const { return head.supplement + (spouse ? spouse->supplement : 0); }

double Assessment::benefits_total() const {
    return std::accumulate(benefits.begin(), benefits.end(),
                           old_age_security() + supplements() + disability_supplement);
}

Assessment assess(const Family& family, const RuleSet& rules) {
    Assessment result;
    result.head = assess_income(family.head, rules);
    if (family.spouse) result.spouse = assess_income(*family.spouse, rules);
    add_supplements(family, rules, result);
    const double spouse_income = result.spouse ? result.spouse->net_income : 0;
    result.family_net_income = result.head.net_income + spouse_income;
    result.working_income = family.head.employment_income + (family.spouse ? family.spouse->employment_income : 0);

    Around around{.has_spouse = family.spouse.has_value(),
                  .spouse_income = spouse_income,
                  .family_income = result.family_net_income,
                  .claims_family = result.head.net_income >= spouse_income,
                  .minors = children_below(family, kMajority),
                  .dependants = children_below(family, kDependantUntil)};
    const auto spouse = family.spouse ? std::optional<Adult>{{*family.spouse, *result.spouse}} : std::nullopt;
    assess_taxes({family.head, spouse}, around, rules, result.head);
    if (family.spouse) {
        const std::optional<Adult> head{{family.head, result.head}};
        around.spouse_income = result.head.net_income;
        around.claims_family = !around.claims_family;
        assess_taxes({*family.spouse, head}, around, rules, *result.spouse);
    }
    assess_benefits(family, rules, result);
    result.disposable_income = disposable_income(family, result);
    result.sales_tax = sales_tax_in(family.taxable_spending_share * result.disposable_income, rules.sales_tax);
    for (const auto& gap : rules.gaps)
        if (touches(gap.concerns, family, result)) result.gaps.push_back(gap);
    return result;
}

}  // namespace budget_fairness
