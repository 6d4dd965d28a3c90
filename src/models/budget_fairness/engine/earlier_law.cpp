#include "models/budget_fairness/engine/earlier_law.h"

#include <algorithm>
#include <array>

#include "base/check.h"
#include "models/budget_fairness/engine/prices.h"

namespace budget_fairness {
namespace {

// Benefits that provinces pay; the others are federal.
constexpr std::array kOfProvinces{BenefitId::child_benefit,    BenefitId::child_benefit_for_workers,
                                  BenefitId::family_allowance, BenefitId::sales_tax_credit,
                                  BenefitId::climate_credit,   BenefitId::low_income_credit,
                                  BenefitId::senior_credit,    BenefitId::solidarity_credit,
                                  BenefitId::work_premium};

// How one part of the law, by the name that gaps have, is taken over from `from`.
struct Part {
    std::string_view name;
    void (*take)(const IncomeTaxRules& from, IncomeTaxRules& to);
};

constexpr Part kParts[] = {
    {"credits.age", [](const auto& from, auto& to) { to.credits.age = from.credits.age; }},
    {"credits.spouse",
     [](const auto& from, auto& to) {
         to.credits.spouse = from.credits.spouse;
         to.credits.spouse_follows_basic = from.credits.spouse_follows_basic;
     }},
    {"credits.pension", [](const auto& from, auto& to) { to.credits.pension = from.credits.pension; }},
    {"credits.employment", [](const auto& from, auto& to) { to.credits.employment = from.credits.employment; }},
    {"credits.senior_supplement", [](const auto& from, auto& to) { to.credits.senior = from.credits.senior; }},
    {"credits.age_credit",
     [](const auto& from, auto& to) {
         to.senior_relief = from.senior_relief;
         to.senior_relief_until = from.senior_relief_until;
     }},
    {"deduction.workers",
     [](const auto& from, auto& to) {
         to.earnings_deduction_rate = from.earnings_deduction_rate;
         to.earnings_deduction_most = from.earnings_deduction_most;
     }},
    {"reduction.child", [](const auto& from, auto& to) { to.reduction.doubled_child = from.reduction.doubled_child; }},
    {"reduction.workers",
     [](const auto& from, auto& to) {
         to.reduction.work_most = from.reduction.work_most;
         to.reduction.work_rate = from.reduction.work_rate;
         to.reduction.work_taper = from.reduction.work_taper;
         to.reduction.work_from = from.reduction.work_from;
         to.reduction.work_from_family = from.reduction.work_from_family;
     }},
    {"reduction",
     [](const auto& from, auto& to) {
         to.reduction.head = from.reduction.head;
         to.reduction.spouse = from.reduction.spouse;
         to.reduction.child = from.reduction.child;
         to.reduction.from = from.reduction.from;
         to.reduction.rate = from.reduction.rate;
         to.reduction.counts_family = from.reduction.counts_family;
         to.reduction.doubled = from.reduction.doubled;
     }},
};

// Puts the part of this name back to what it is later. False: the province's law has nothing of that name.
bool take_later(const std::string& name, const RuleSet& later, RuleSet& rules) {
    const auto benefit = std::ranges::find(kBenefitNames, name);
    if (benefit != kBenefitNames.end()) {
        const auto id = static_cast<BenefitId>(benefit - kBenefitNames.begin());
        rules.benefit(id) = later.benefit(id);
        return std::ranges::find(kOfProvinces, id) != kOfProvinces.end();
    }
    const auto* part = std::ranges::find(kParts, name, &Part::name);
    if (part == std::end(kParts)) return false;
    part->take(later.provincial, rules.provincial);
    return true;
}

}  // namespace

EarlierLaw earlier_law(const RuleSet& later, const RuleSet& earlier, double prices) {
    CHECK(later.jurisdiction == earlier.jurisdiction);
    const auto scaled = in_prices(earlier, prices);
    EarlierLaw made{.rules = later, .not_compared = {}};
    made.rules.provincial = scaled.provincial;
    for (const auto id : kOfProvinces) made.rules.benefit(id) = scaled.benefit(id);
    for (const auto* gaps : {&later.gaps, &earlier.gaps}) {
        for (const auto& gap : *gaps) {
            if (gap.jurisdiction != later.jurisdiction || !take_later(gap.what, later, made.rules)) continue;
            const std::string name = std::string{code(gap.jurisdiction)} + "." + gap.what;
            if (std::ranges::find(made.not_compared, name) == made.not_compared.end())
                made.not_compared.push_back(name);
        }
    }
    return made;
}

}  // namespace budget_fairness
