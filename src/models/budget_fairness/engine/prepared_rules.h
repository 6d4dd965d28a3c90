// models/budget_fairness/engine/prepared_rules.h - a rule set as the kernel wants it: what does nothing left out.
#pragma once
#include <array>
#include <vector>

#include "models/budget_fairness/engine/kernel.h"
#include "models/budget_fairness/rules/rule_set.h"

namespace budget_fairness {

// A schedule's steps that begin at a finite income.
struct PreparedSchedule {
    std::array<double, kMostSteps> above{};
    std::array<double, kMostSteps> end{};  // where the next step begins; infinite in the last
    std::array<double, kMostSteps> rate{};
    std::size_t count = 0;
};

struct PreparedTax {
    PreparedSchedule brackets;
    PreparedSchedule surtax;
    PreparedSchedule premium;
    double earnings_deduction_rate = 0;
    double earnings_deduction_most = 0;
    CreditRules credits;
    double supplement_from = kNever;
    double supplement_share = 0;
    double senior_relief = 0;
    double senior_relief_until = 0;
    bool has_reduction = false;
    ReductionRules reduction;
};

// How many ages tell children apart in the benefits of one place.
inline constexpr std::size_t kMostChildAges = 24;

struct PreparedBenefit {
    BenefitRules rules;
    std::size_t children = 0;  // which count of children below an age it goes by: an index into child_ages
    std::size_t young = 0;
};

struct PreparedRules {
    PreparedTax federal;
    PreparedTax provincial;
    double abatement = 0;
    ContributionRules contributions;
    double pension_base_share = 0;
    OldAgeRules old_age;
    std::vector<PreparedBenefit> benefits;  // those that can pay something
    std::array<double, kMostChildAges>
        child_ages{};  // ascending order of first need; [0] 18, [1] 19: minors, dependants
    std::size_t child_ages_count = 0;
    double sales_tax_share = 0;  // of disposable income
};

// Share of disposable income that is spent on what sales taxes are due on, the tax included. An assumption, the same
// for all: household consumption is about nine tenths of disposable income, and some six tenths of it are taxable
// (rent, groceries and medicine are not).
inline constexpr double kTaxableSpendingShare = 0.55;

// Whether some family could receive it.
bool can_pay(const BenefitRules& rules);

PreparedRules prepare(const RuleSet& rules, Benefits benefits);

}  // namespace budget_fairness
