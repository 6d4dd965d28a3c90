#include "models/budget_fairness/tax/payroll.h"

#include <algorithm>
#include <cmath>

namespace budget_fairness {
namespace {

constexpr double kMonths = 12;

// Dollars to the nearest cent, half a cent upwards. The millionth undoes what binary fractions lose: all products here
// have at most a ten-thousandth of a cent between them and the next half.
double to_cent(double dollars) {
    constexpr double kHalf = 0.5 + 1e-6;
    return std::floor(dollars * 100 + kHalf) / 100;
}

// Dollars without what is below a cent.
double cut_to_cent(double dollars) {
    constexpr double kNearly = 1e-6;
    return std::floor(dollars * 100 + kNearly) / 100;
}

base::Money money(double dollars) { return base::Money::from_cents(std::llround(dollars * 100)); }

// A yearly tax in whole cents, divided by the pay periods; half a cent upwards, without fractions.
base::Money per_period(double yearly_tax, int pay_periods) {
    const auto cents = std::llround(to_cent(yearly_tax) * 100);
    return base::Money::from_cents((2 * cents + pay_periods) / (2 * static_cast<std::int64_t>(pay_periods)));
}

// The contributions of this pay in dollars.
struct PayContributions {
    double pension = 0;         // factor C
    double pension_second = 0;  // factor C2
    double insurance = 0;       // factor EI
    double parental = 0;
};

double pensionable_pay(const PayPeriod& pay) { return pay.gross_pay + pay.taxable_benefits; }

double most_pension(const PayPeriod& pay, const PayrollRules& rules) {
    return rules.pension_most * pay.pensionable_months / kMonths;
}

// T4127, chapter 6: the lesser of what is left of the year's maximum, and rate * (pay less the exemption).
double pension_contribution(const PayPeriod& pay, const PayrollRules& rules) {
    if (pay.is_pension_exempt) return 0;
    const double exemption = cut_to_cent(rules.pension_exemption / pay.pay_periods);
    const double left = most_pension(pay, rules) - pay.pension_so_far;
    return to_cent(std::max(0.0, std::min(left, rules.pension_rate * (pensionable_pay(pay) - exemption))));
}

// T4127, chapter 6, factors C2 and W: on what this pay adds above the first ceiling, in proportion to the months.
double second_contribution(const PayPeriod& pay, const PayrollRules& rules) {
    if (pay.is_pension_exempt || pay.is_pension_second_exempt) return 0;
    const double share = pay.pensionable_months / kMonths;
    const double reached = std::max(pay.pensionable_so_far, rules.pension_ceiling * share);
    const double above = pay.pensionable_so_far + pensionable_pay(pay) - reached;
    const double left = rules.pension_second_most * share - pay.pension_second_so_far;
    return to_cent(std::max(0.0, std::min(left, rules.pension_second_rate * above)));
}

// T4127, chapter 7, and the parental insurance of Quebec likewise.
PayContributions contributions(const PayPeriod& pay, const PayrollRules& rules) {
    PayContributions paid;
    paid.pension = pension_contribution(pay, rules);
    paid.pension_second = second_contribution(pay, rules);
    const auto premium = [&](double rate, double most, double so_far) {
        return to_cent(std::max(0.0, std::min(most - so_far, rate * pensionable_pay(pay))));
    };
    if (!pay.is_insurance_exempt)
        paid.insurance = premium(rules.insurance_rate, rules.insurance_most, pay.insurance_so_far);
    paid.parental = premium(rules.parental_rate, rules.parental_most, pay.parental_so_far);
    return paid;
}

// Factor F5: the additional contributions, which are deducted from income.
double deducted(const PayContributions& paid, const PayrollRules& rules) {
    const double additional = 1 - rules.pension_base_rate / rules.pension_rate;
    return to_cent(paid.pension * additional + paid.pension_second);
}

// Factor A: the yearly income that this pay stands for; 0 instead of less.
double yearly_income(const PayPeriod& pay, const PayContributions& paid, const PayrollRules& rules) {
    const double income = pensionable_pay(pay) - pay.registered_savings - pay.union_dues - deducted(paid, rules);
    return std::max(0.0, pay.pay_periods * income);
}

// A year's contribution that earns a credit, by the note at factor K2: the whole year's once it is reached, else this
// pay's times the periods, or what was paid so far where that is more.
struct Credited {
    double in_period = 0;
    double so_far = 0;
    double most = 0;  // by which it is known to be reached
    bool is_exempt = false;
};

double credited(const Credited& contribution, int pay_periods) {
    constexpr double kTolerance = 0.001;  // whole cents in binary fractions
    const double total = contribution.so_far + contribution.in_period;
    const bool is_reached = !contribution.is_exempt && total > to_cent(contribution.most) - kTolerance;
    if (is_reached) return contribution.most;
    return std::min(contribution.most, std::max(pay_periods * contribution.in_period, contribution.so_far));
}

// All of them together, the base part of the pension contribution only (factors K2, K2Q and K2P without their rates).
double credited_contributions(const PayPeriod& pay, const PayContributions& paid, const PayrollRules& rules) {
    const double share = rules.pension_base_rate / rules.pension_rate;
    const double most_base = rules.pension_base_most * pay.pensionable_months / kMonths;
    const double pension = std::min(
        most_base, share * credited({paid.pension, pay.pension_so_far, most_pension(pay, rules), pay.is_pension_exempt},
                                    pay.pay_periods));
    const double insurance = credited(
        {paid.insurance, pay.insurance_so_far, rules.insurance_most, pay.is_insurance_exempt}, pay.pay_periods);
    // The guide counts the parental premium before it is rounded.
    const double premium = paid.parental > 0 ? rules.parental_rate * pensionable_pay(pay) : 0;
    const double parental =
        credited({premium, pay.parental_so_far, rules.parental_most, rules.parental_most == 0}, pay.pay_periods);
    return pension + insurance + parental;
}

// What the form TD1 says, or the basic amount for this income (T4127, factors BPAF, BPAMB, BPAYT).
double claim(const std::optional<double>& claimed, const BasicAmount& basic, double income) {
    if (claimed) return *claimed;
    if (basic.to == 0 || income <= basic.from) return basic.most;
    if (income >= basic.to) return basic.least;
    return to_cent(basic.most - (income - basic.from) * (basic.most - basic.least) / (basic.to - basic.from));
}

// R * A - K: the last step that the income reaches.
double tax_of_table(const std::vector<RateStep>& steps, double income) {
    const auto beyond = std::ranges::upper_bound(steps, income, {}, &RateStep::above);
    const auto& step = beyond == steps.begin() ? steps.front() : *(beyond - 1);
    return step.rate * income - step.constant;
}

// A year: what both governments look at.
struct Year {
    double income = 0;    // factor A
    double earnings = 0;  // before deductions
    double contributions = 0;
};

// T1: (R * A - K) - credits; Quebec's part of it given back.
double federal_tax(const PayPeriod& pay, const Year& year, const PayrollRules& rules) {
    const double amounts = claim(pay.federal_claim, rules.federal_basic, year.income) + year.contributions +
                           std::min(rules.employment_amount, year.earnings);
    const double tax = std::max(0.0, tax_of_table(rules.federal, year.income) - rules.federal.front().rate * amounts);
    return tax * (1 - rules.abatement);
}

// Factor T4: after credits, with the Canada employment amount of Yukon (K4P) and the supplement of Alberta (K5P).
double basic_provincial_tax(const PayPeriod& pay, const Year& year, const PayrollRules& rules) {
    const double rate = rules.provincial.front().rate;
    const double personal =
        rate * (claim(pay.provincial_claim, rules.provincial_basic, year.income) + year.contributions);
    const bool has_employment_amount = rules.province == Jurisdiction::yukon;
    const double employment = has_employment_amount ? rate * std::min(rules.employment_amount, year.earnings) : 0;
    const double supplement = rules.supplement_share * std::max(0.0, personal - rules.supplement_from);
    return std::max(0.0, tax_of_table(rules.provincial, year.income) - personal - employment - supplement);
}

// Factor V1.
double surtax(double tax, const PayrollRules& rules) {
    return rules.surtax_first_rate * std::max(0.0, tax - rules.surtax_first) +
           rules.surtax_second_rate * std::max(0.0, tax - rules.surtax_second);
}

// Factor V2, Ontario's health premium: table of T4127, chapter 4, step 5.
double health_premium(double income) {
    struct Step {
        double from, base, rate, most;
    };
    constexpr Step kSteps[] = {{200'000, 750, 0.25, 900},
                               {72'000, 600, 0.25, 750},
                               {48'000, 450, 0.25, 600},
                               {36'000, 300, 0.06, 450},
                               {20'000, 0, 0.06, 300}};
    for (const auto& step : kSteps)
        if (income > step.from) return std::min(step.most, step.base + step.rate * (income - step.from));
    return 0;
}

// Factor S.
double reduction(double tax, double income, const PayrollRules& rules) {
    if (rules.province == Jurisdiction::ontario) return std::max(0.0, std::min(tax, 2 * rules.reduction - tax));
    const double left = rules.reduction - rules.reduction_rate * std::max(0.0, income - rules.reduction_from);
    return std::max(0.0, std::min(tax, left));
}

// T2.
double provincial_tax(const PayPeriod& pay, const Year& year, const PayrollRules& rules) {
    if (rules.provincial.empty()) return 0;
    const double basic = basic_provincial_tax(pay, year, rules);
    const double tax = basic + surtax(basic, rules);
    const double premium = rules.province == Jurisdiction::ontario ? health_premium(year.income) : 0;
    return tax - reduction(tax, year.income, rules) + premium;
}

}  // namespace

PayDeductions payroll_deductions(const PayPeriod& pay, const PayrollRules& rules) {
    const auto paid = contributions(pay, rules);
    const Year year{.income = yearly_income(pay, paid, rules),
                    .earnings = pay.pay_periods * pensionable_pay(pay),
                    .contributions = credited_contributions(pay, paid, rules)};
    return {.pension = money(paid.pension),
            .pension_second = money(paid.pension_second),
            .insurance = money(paid.insurance),
            .parental = money(paid.parental),
            .federal_tax = per_period(federal_tax(pay, year, rules), pay.pay_periods),
            .provincial_tax = per_period(provincial_tax(pay, year, rules), pay.pay_periods)};
}

}  // namespace budget_fairness
