#include "models/budget_fairness/engine/prepared_rules.h"

#include <algorithm>
#include <cmath>

#include "base/check.h"

namespace budget_fairness {
namespace {

constexpr double kMajority = 18;
constexpr double kDependant = 19;

PreparedSchedule prepared(const Schedule& schedule) {
    PreparedSchedule steps;
    for (std::size_t i = 0; i < kMostSteps; ++i) {
        if (std::isinf(schedule.above[i]) || schedule.rate[i] == 0) continue;
        steps.above[steps.count] = schedule.above[i];
        steps.end[steps.count] = i + 1 < kMostSteps ? schedule.above[i + 1] : kNever;
        steps.rate[steps.count] = schedule.rate[i];
        ++steps.count;
    }
    return steps;
}

PreparedTax prepared(const IncomeTaxRules& rules) {
    return {.brackets = prepared(rules.brackets),
            .surtax = prepared(rules.surtax),
            .premium = prepared(rules.premium),
            .earnings_deduction_rate = rules.earnings_deduction_rate,
            .earnings_deduction_most = rules.earnings_deduction_most,
            .credits = rules.credits,
            .supplement_from = rules.supplement_from,
            .supplement_share = rules.supplement_share,
            .senior_relief = rules.senior_relief,
            .senior_relief_until = rules.senior_relief_until,
            .has_reduction = !(rules.reduction == ReductionRules{}),
            .reduction = rules.reduction};
}

// The place of this age among those that children are counted below.
std::size_t place_of(PreparedRules& prepared, double age) {
    auto& ages = prepared.child_ages;
    const auto end = ages.begin() + static_cast<std::ptrdiff_t>(prepared.child_ages_count);
    const auto found = std::find(ages.begin(), end, age);
    if (found == end) {
        CHECK(prepared.child_ages_count < kMostChildAges);
        ages[prepared.child_ages_count++] = age;
    }
    return static_cast<std::size_t>(found - ages.begin());
}

}  // namespace

bool can_pay(const BenefitRules& rules) {
    const double children = rules.child[0] + rules.child[1] + rules.child[2] + rules.child[3] + rules.young_child;
    return rules.head + rules.spouse + rules.family + rules.single_parent + rules.couple_parents + rules.single_boost +
               rules.elder + children >
           0;
}

PreparedRules prepare(const RuleSet& rules, Benefits benefits) {
    const auto& contributions = rules.contributions;
    const double sales_rate = rules.sales_tax.federal_rate + rules.sales_tax.provincial_rate;
    PreparedRules made{.federal = prepared(rules.federal),
                       .provincial = prepared(rules.provincial),
                       .abatement = rules.abatement,
                       .contributions = contributions,
                       .pension_base_share = contributions.pension_rate > 0
                                                 ? contributions.pension_base_rate / contributions.pension_rate
                                                 : 0,
                       .old_age = rules.old_age,
                       .sales_tax_share = kTaxableSpendingShare * sales_rate / (1 + sales_rate)};
    place_of(made, kMajority);
    place_of(made, kDependant);
    if (benefits == Benefits::left_out) {
        made.old_age.supplement_single = 0;
        return made;
    }
    for (const auto& each : rules.benefits)
        if (can_pay(each))
            made.benefits.push_back({each, place_of(made, each.child_until), place_of(made, each.young_until)});
    return made;
}

}  // namespace budget_fairness
