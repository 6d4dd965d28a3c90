// models/budget_fairness/tax/formulas.h - the formulas of tax and benefit law, each a few lines.
#pragma once
#include "models/budget_fairness/tax/assessment.h"

namespace budget_fairness {

// What a schedule of marginal rates takes of an amount: the sum over its steps of rate * (the part of the amount that
// lies in the step). 0 for amounts up to the first step. Income Tax Act, s. 117(2); each province's act likewise.
double due(const Schedule& schedule, double amount);

// What income has left of an amount: max(least, most - rate * max(0, income - from)). Income Tax Act, s. 118(1.1)
// (basic amount), s. 118(2) (age amount), s. 118(1)B(a) (spouse); Personal Income Tax Acts of the provinces.
double remaining(const Tapered& amount, double income);

// A year's contributions of an employee. Canada Pension Plan, s. 8 (from 18 until 70; the choice to stop at 65
// is not modelled); Act respecting the Québec Pension Plan, s. 50; Employment Insurance Act, s. 67; Act respecting
// parental insurance, s. 60. Full-year work: the whole exemption, the whole ceilings.
Contributions employee_contributions(double earnings, int age, const ContributionRules& rules);

// A year of Old Age Security before the recovery. Old Age Security Act, s. 3 (full and partial pension), s. 7 (from
// 75).
double old_age_security(const Person& person, const OldAgeRules& rules);

// What is taken back of it. Income Tax Act, s. 180.2: rate * (income - threshold), at most the pension.
double old_age_recovery(double pension, double income, const OldAgeRules& rules);

// What somebody brings to the question of supplements. Dollars a year.
struct Elder {
    double income = 0;  // that counts: without the pension, less contributions and the part of earnings that is free
    double pension_share = 0;  // of a full pension; 0: none
    bool is_of_allowance_age = false;
};

// Old Age Security Act, s. 2 ("income"): net income without the pension, less contributions, less earnings_free and
// half of the next earnings_halved.
Elder elder_of(const Person& person, const Contributions& contributions, const OldAgeRules& rules);

// The Guaranteed Income Supplement of a pensioner, top-up included, or the Allowance of a pensioner's spouse; a year,
// 0 for everybody else. Old Age Security Act, s. 12, 12.1, 19 and 22. In symbols, with joint income J of two, full
// pension P, most S alone and C in a couple: alone S - J/2; both pensioners C - J/4 each; spouse with neither
// S - (J - P)/4; spouse with the Allowance C - (J - 4P/3)/4, but not below the least of S - C - P/12 and S - (J - P)/4;
// the Allowance C + max(0, P - 3J/4) - (J - 4P/3)/4. A partial pension is made up to a full one.
double old_age_supplement(const Elder& own, const Elder* spouse, const OldAgeRules& rules);

// What of a spouse's amounts for seniors the spouse cannot use: max(0, seniors - max(0, taxable income - others)).
// Income Tax Act, s. 118.8 (return, schedule 2); the provinces' acts likewise.
double unused_amounts(double seniors, double others, double taxable_income);

// What credit amounts take off the tax: rate * amounts, and of what this exceeds supplement_from, supplement_share more
// (Alberta Personal Income Tax Act, supplemental tax credit; T4127, factor K5P).
double worth_of_credits(double amounts, const IncomeTaxRules& tax);

// What a reduction is worked out from. Dollars a year; never negative.
struct ReductionBasis {
    double tax = 0;                // after credits, surtax included
    double employment_income = 0;  // of this person
    double own_income = 0;         // net
    double family_income = 0;      // net
    int children = 0;              // below kDependantUntil
    bool has_spouse = false;
    bool claims_family = true;  // of two, the one with the higher income claims what is there once a family
};
inline constexpr int kDependantUntil = 19;

// What low incomes get off a province's tax: what the payroll formulas know as well, and what is claimed with the
// return only.
struct Reduction {
    double in_payroll = 0;
    double with_return = 0;

    double total() const { return in_payroll + with_return; }
};

// A province's reduction for low incomes, never above the tax. With the return come Ontario's for low-income workers
// and those that count the family. BC: Income Tax Act, s. 4.301; ON: Taxation Act, 2007, s. 19-21 and T4127, factor S;
// low-income workers: s. 21.1; NB and NS: forms NB428 and NS428.
Reduction low_income_reduction(const ReductionBasis& basis, const ReductionRules& rules);

// What a benefit is worked out from.
struct BenefitBasis {
    double net_income = 0;        // of the family
    double working_income = 0;    // of the family
    double smaller_earnings = 0;  // of the spouse who earns less; 0 without spouse
};

// A year of a benefit at the rates of the day; the form that BenefitRules describes. Income Tax Act, s. 122.61 (child
// benefit, disability), 122.5 (GST credit), 122.7 (workers benefit), 122.8 (carbon rebate); the provinces' acts.
double benefit_paid(const BenefitRules& rules, const Family& family, const BenefitBasis& basis);

// What the workers benefit adds for adults with a disability, each by the own earnings. Income Tax Act, s. 122.7(3).
double disability_supplement(const Family& family, const BenefitBasis& basis, const DisabilitySupplementRules& rules);

// Sales tax in spending of `spending` dollars, tax included, on taxable things. Excise Tax Act, s. 165.
double sales_tax_in(double spending, const SalesTaxRules& rules);

}  // namespace budget_fairness
