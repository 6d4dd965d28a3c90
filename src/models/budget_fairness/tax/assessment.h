// models/budget_fairness/tax/assessment.h - one family, one year: its taxes, contributions and benefits.
//
// The plain reference: one family at a time, in the order of the tax return. The engine that does millions is checked
// against it.
#pragma once
#include <array>
#include <optional>
#include <string_view>
#include <vector>

#include "base/problem.h"
#include "models/budget_fairness/rules/rule_set.h"

namespace budget_fairness {

// An adult. Amounts are dollars a year and never negative. Old Age Security is not among them: it is calculated.
struct Person {
    int age = 40;                  // on the last day of the year
    double employment_income = 0;  // before anything is taken off
    double pension_income = 0;     // private pension and annuity; earns the pension credit from age 65
    double other_income = 0;       // all other taxable income: public pension, EI, interest, rent
    double deductions = 0;         // registered savings, union dues and the like
    int residence_years = 40;      // lived in Canada since age 18, for Old Age Security
    bool is_disabled = false;      // eligible for the disability tax credit; counts for the workers benefit alone
};

struct Family {
    Person head;
    std::optional<Person> spouse;
    std::vector<int> child_ages;        // years, 0 to 24; whoever is too old for a benefit does not count for it
    int disabled_children = 0;          // how many of them; they come first in every order
    double taxable_spending_share = 0;  // of disposable income, spent on what sales taxes are due on; 0: not counted
};

// What an employee pays in a year. Dollars, not rounded.
struct Contributions {
    double pension = 0;         // base and first additional part
    double pension_base = 0;    // the base part of it
    double pension_second = 0;  // second additional
    double insurance = 0;
    double parental = 0;

    double total() const { return pension + pension_second + insurance + parental; }
    // What earns credits, and what is deducted from income (Income Tax Act, 118.7 and 60(e.1)).
    double credited() const { return pension_base + insurance + parental; }
    double deducted() const { return pension - pension_base + pension_second; }
};

// One government's tax on one person. tax = max(0, before_credits - credits) + surtax - reduction - abatement + premium
struct IncomeTax {
    double before_credits = 0;
    double credit_amounts = 0;  // the amounts that are multiplied by the credit rate
    double credits = 0;         // what they take off, supplement included
    double surtax = 0;
    double reduction = 0;
    double with_return = 0;  // of the reduction: what is claimed with the return only, and no employer knows of
    double abatement = 0;
    double premium = 0;
    double tax = 0;
};

struct PersonAssessment {
    double total_income = 0;  // Old Age Security and its supplement included
    double net_income = 0;    // after deductions and the recovery of Old Age Security
    double taxable_income = 0;
    double old_age_security = 0;
    double supplement = 0;        // Guaranteed Income Supplement, or the Allowance; not taxed
    double old_age_recovery = 0;  // of it, taken back
    Contributions contributions;
    IncomeTax federal;
    IncomeTax provincial;
};

struct Assessment {
    PersonAssessment head;
    std::optional<PersonAssessment> spouse;
    double family_net_income = 0;
    double working_income = 0;
    std::array<double, kBenefits> benefits{};  // by BenefitId
    double disability_supplement = 0;          // of the Canada workers benefit
    double sales_tax = 0;
    double disposable_income = 0;  // income and benefits less taxes, contributions and the recovery; before sales tax
    std::vector<Gap> gaps;         // rules unknown for that day that this family would need

    double federal_tax() const;
    double provincial_tax() const;
    double reduction_with_return() const;  // of the province; provincial_tax() is less by it
    Contributions contributions() const;
    double old_age_security() const;  // after the recovery
    double supplements() const;       // to Old Age Security
    double benefits_total() const;    // the pension and its supplements included
};

// The family under these rules. Defined for every finite, non-negative input.
Assessment assess(const Family& family, const RuleSet& rules);

// Whose a step of the calculation is.
enum class Whose : unsigned char { head, spouse, family };

// One step of the calculation in words: what, of whom, how much, and where the formula comes from.
struct Step {
    base::Message what;  // "Federal tax before credits"
    Whose whose = Whose::head;
    double amount = 0;        // dollars
    base::Message reference;  // "Income Tax Act, s. 117"
};

// The assessment step by step, in the order of the return; steps that are nothing are left out.
std::vector<Step> working(const Assessment& assessment, const RuleSet& rules);

// Benefits as they are called in their place: "Ontario Child Benefit".
base::Message title_of(BenefitId benefit, Jurisdiction jurisdiction);

}  // namespace budget_fairness
