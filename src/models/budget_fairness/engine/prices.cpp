#include "models/budget_fairness/engine/prices.h"

#include <initializer_list>

namespace budget_fairness {
namespace {

void scale(std::initializer_list<double*> dollars, double prices) {
    for (auto* each : dollars) *each *= prices;
}

void scale(Schedule& schedule, double prices) {
    for (double& above : schedule.above) above *= prices;
}

void scale(Tapered& amount, double prices) { scale({&amount.most, &amount.least, &amount.from}, prices); }

void scale(IncomeTaxRules& tax, double prices) {
    for (auto* schedule : {&tax.brackets, &tax.surtax, &tax.premium}) scale(*schedule, prices);
    for (auto* amount : {&tax.credits.basic, &tax.credits.age, &tax.credits.spouse}) scale(*amount, prices);
    auto& reduction = tax.reduction;
    scale({&tax.credits.employment, &tax.credits.pension, &tax.credits.senior, &tax.earnings_deduction_most,
           &tax.senior_relief, &tax.senior_relief_until, &tax.supplement_from, &reduction.head, &reduction.spouse,
           &reduction.child, &reduction.from, &reduction.doubled, &reduction.doubled_child, &reduction.work_most,
           &reduction.work_from, &reduction.work_from_family},
          prices);
}

}  // namespace

BenefitRules in_prices(const BenefitRules& rules, double prices) {
    auto scaled = rules;
    for (auto* dollars : {&scaled.head, &scaled.spouse, &scaled.family, &scaled.single_parent, &scaled.couple_parents,
                          &scaled.single_boost, &scaled.boost_from, &scaled.elder, &scaled.young_child,
                          &scaled.work_from, &scaled.work_from_spouse, &scaled.second_earner,
                          &scaled.kept_single_parent, &scaled.part_above, &scaled.gone_above})
        *dollars *= prices;
    for (auto* amounts : {&scaled.child, &scaled.kept})
        for (double& dollars : *amounts) dollars *= prices;
    for (auto* shrink : {&scaled.first, &scaled.second})
        for (auto* threshold : {&shrink->from_single, &shrink->from_single_parent, &shrink->from_couple})
            *threshold *= prices;
    return scaled;
}

RuleSet in_prices(const RuleSet& rules, double prices) {
    auto scaled = rules;
    scale(scaled.federal, prices);
    scale(scaled.provincial, prices);
    auto& contributions = scaled.contributions;
    scale({&contributions.pension_exemption,
           &contributions.pension_ceiling,
           &contributions.pension_most,
           &contributions.pension_second_ceiling,
           &contributions.pension_second_most,
           &contributions.insurance_ceiling,
           &contributions.insurance_most,
           &contributions.parental_ceiling,
           &contributions.parental_most,
           &scaled.old_age.full,
           &scaled.old_age.recovery_from,
           &scaled.old_age.supplement_single,
           &scaled.old_age.supplement_couple,
           &scaled.old_age.top_up_single,
           &scaled.old_age.top_up_couple,
           &scaled.old_age.top_up_from,
           &scaled.old_age.earnings_free,
           &scaled.old_age.earnings_halved,
           &scaled.disability.most,
           &scaled.disability.work_from,
           &scaled.disability.from_single,
           &scaled.disability.from_family},
          prices);
    for (auto& benefit : scaled.benefits) benefit = in_prices(benefit, prices);
    return scaled;
}

}  // namespace budget_fairness
