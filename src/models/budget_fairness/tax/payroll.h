// models/budget_fairness/tax/payroll.h - what an employer takes off one pay: the formulas of the Canada Revenue Agency.
//
// Payroll Deductions Formulas (T4127), chapters 4 to 7, option 1: regular pay, averaged over the year. Not here:
// commissions, bonuses, other tax on request (L), northern residents (HD), labour-sponsored funds, Quebec's own tax.
#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/money.h"
#include "base/result.h"
#include "models/budget_fairness/rules/jurisdiction.h"

namespace budget_fairness {

// A line of table 8.1: tax of a yearly income from `above` on is rate * income - constant.
struct RateStep {
    double above = 0;
    double rate = 0;
    double constant = 0;
};

// A basic personal amount that shrinks from `most` to `least` as yearly income goes from `from` to `to`.
struct BasicAmount {
    double most = 0;
    double least = 0;
    double from = 0;
    double to = 0;  // 0: it does not shrink
};

// The tables of one edition for employees of one province. Dollars a year, rates as shares of one. A rule that the
// province does not have has values that do nothing.
struct PayrollRules {
    Jurisdiction province = Jurisdiction::ontario;
    std::vector<RateStep> federal;
    std::vector<RateStep> provincial;  // empty for Quebec
    BasicAmount federal_basic;
    BasicAmount provincial_basic;
    double employment_amount = 0;
    double abatement = 0;  // Quebec
    double pension_exemption = 0;
    double pension_ceiling = 0;  // first
    double pension_rate = 0;
    double pension_base_rate = 0;
    double pension_most = 0;
    double pension_base_most = 0;
    double pension_second_rate = 0;
    double pension_second_most = 0;
    double insurance_rate = 0;
    double insurance_most = 0;
    double parental_rate = 0;  // Quebec
    double parental_most = 0;
    double surtax_first = 0;       // Ontario: tax above it ...
    double surtax_first_rate = 0;  // ... bears this
    double surtax_second = 0;
    double surtax_second_rate = 0;  // in addition
    double reduction = 0;           // Ontario: of the double of it, less the tax; British Columbia: of it ...
    double reduction_from = 0;      // ... less this rate of yearly income above
    double reduction_rate = 0;
    double supplement_from = 0;  // Alberta, factor K5P
    double supplement_share = 0;
};

// The editions there are tables of, oldest first: "2024/jan" to "2026/jan".
std::vector<std::string> payroll_editions();

// nullopt for an edition without tables. CHECK: province is not canada.
std::optional<PayrollRules> payroll_rules(std::string_view edition, Jurisdiction province);

// One pay of one employee. Dollars and whole cents, never negative.
struct PayPeriod {
    int pay_periods = 1;                     // in the year, factor P
    double gross_pay = 0;                    // factor I without the benefits
    double taxable_benefits = 0;             // in cash: pensionable and insurable
    double registered_savings = 0;           // at source, factor F
    double union_dues = 0;                   // factor U1
    std::optional<double> federal_claim;     // form TD1, factor TC; nothing: the basic amount for this income
    std::optional<double> provincial_claim;  // factor TCP; likewise
    double pensionable_so_far = 0;           // this year, before this pay
    double pension_so_far = 0;               // base and first additional contributions, factor D
    double pension_second_so_far = 0;
    double insurance_so_far = 0;  // factor D1
    double parental_so_far = 0;
    bool is_pension_exempt = false;
    bool is_pension_second_exempt = false;
    bool is_insurance_exempt = false;
    int pensionable_months = 12;  // factor PM
};

struct PayDeductions {
    base::Money pension = base::Money::from_cents(0);
    base::Money pension_second = base::Money::from_cents(0);
    base::Money insurance = base::Money::from_cents(0);
    base::Money parental = base::Money::from_cents(0);
    base::Money federal_tax = base::Money::from_cents(0);
    base::Money provincial_tax = base::Money::from_cents(0);  // 0 in Quebec: T4127 has none there
};

// Each deduction in whole cents, half a cent upwards. The yearly tax is rounded to the cent before it is divided by
// the pay periods. Credits for contributions follow the note at factor K2: once the year's maximum is reached they
// are those of the whole year, and never less than what was paid so far.
PayDeductions payroll_deductions(const PayPeriod& pay, const PayrollRules& rules);

}  // namespace budget_fairness
