// models/budget_fairness/rules/rule_set.h - the tax and benefit law of one place on one day, as plain numbers.
//
// A RuleSet is what every calculation reads, one family at a time (tax/assessment.h) or a million. All amounts are
// dollars a year, all rates shares of one. A rule that a place does not have is present with values that do nothing
// (rate 0, amount 0, threshold infinite), so that the same arithmetic serves all thirteen provinces and territories.
#pragma once
#include <array>
#include <chrono>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <string>
#include <string_view>
#include <vector>

#include "models/budget_fairness/rules/jurisdiction.h"

namespace budget_fairness {

using Date = std::chrono::year_month_day;

inline constexpr double kNever = std::numeric_limits<double>::infinity();
inline constexpr std::size_t kMostSteps = 12;
inline constexpr std::size_t kChildCounts = 5;  // 0, 1, 2, 3, and 4 or more children

// A marginal rate that changes in steps: of every dollar above `above[i]`, up to the next step, rate[i] is due.
// above[0] is where it begins, and they rise. Unused steps: above infinite, rate 0.
struct Schedule {
    std::array<double, kMostSteps> above;
    std::array<double, kMostSteps> rate;
    std::size_t count = 0;

    constexpr Schedule() {
        above.fill(kNever);
        rate.fill(0);
    }
    bool operator==(const Schedule&) const = default;
};

// An amount that shrinks as income rises: max(least, most - rate * max(0, income - from)).
struct Tapered {
    double most = 0;
    double least = 0;
    double from = kNever;
    double rate = 0;
    bool operator==(const Tapered&) const = default;
};

// Non-refundable credits of one government. Amounts are added up and multiplied by `rate`.
struct CreditRules {
    double rate = 0;
    Tapered basic;   // by the person's own net income
    Tapered age;     // from age 65, by the person's own net income
    Tapered spouse;  // for a spouse, by the spouse's net income; a single parent has `most` for a child
    double spouse_follows_basic = 0;  // 1: `most` is what the person has as basic amount, shrunken or not
    double employment = 0;            // the lesser of this and employment income
    double pension = 0;               // the lesser of this and pension income, from age 65
    double senior = 0;                // from age 65, whatever the income
    double transfers = 0;             // 1: what one spouse cannot use of what is for seniors goes to the other
    double contribution_share = 0;    // 1: base pension contributions, EI and QPIP premiums count; 0: they do not
    bool operator==(const CreditRules&) const = default;
};

// What a province takes off its tax for low incomes, after credits; never below no tax.
struct ReductionRules {
    // British Columbia, New Brunswick, Nova Scotia: (head + spouse + children) - rate * (income - from).
    double head = 0;
    double spouse = 0;  // for a spouse, or for the first child of a single parent
    double child = 0;
    double from = kNever;
    double rate = 0;
    double counts_family = 0;  // 1: by the family's net income, once a family; 0: by the person's own
    // Ontario: twice (doubled + doubled_child * children) less the tax itself.
    double doubled = 0;
    double doubled_child = 0;
    // Ontario, low-income individuals and families: min(work_most, work_rate * employment income), less
    // work_taper * the larger of (own income - work_from) and (family income - work_from_family).
    double work_most = 0;
    double work_rate = 0;
    double work_taper = 0;
    double work_from = kNever;
    double work_from_family = kNever;
    bool operator==(const ReductionRules&) const = default;
};

// The income tax of one government.
struct IncomeTaxRules {
    Schedule brackets;                   // on taxable income
    double earnings_deduction_rate = 0;  // Quebec: this share of employment income is not taxed ...
    double earnings_deduction_most = 0;  // ... up to this
    CreditRules credits;
    double supplement_from = kNever;  // Alberta: of the worth of credits above this ...
    double supplement_share = 0;      // ... this share is added to them
    double senior_relief = 0;         // Nova Scotia: off the tax from age 65 ...
    double senior_relief_until = 0;   // ... where taxable income is below this
    Schedule surtax;                  // on the tax after credits
    ReductionRules reduction;
    Schedule premium;  // Ontario health premium, on taxable income
    bool operator==(const IncomeTaxRules&) const = default;
};

// Contributions of employees: pension plan of Canada or Quebec, employment insurance, Quebec's parental insurance.
struct ContributionRules {
    double pension_exemption = 0;       // earnings that are free
    double pension_ceiling = 0;         // first earnings ceiling
    double pension_rate = 0;            // base and first additional part together
    double pension_base_rate = 0;       // the base part, which earns a credit; the rest is deducted from income
    double pension_most = 0;            // most base and first additional contribution a year
    double pension_second_ceiling = 0;  // 0 before 2024
    double pension_second_rate = 0;
    double pension_second_most = 0;
    double insurance_ceiling = 0;
    double insurance_rate = 0;
    double insurance_most = 0;
    double parental_ceiling = 0;  // 0 outside Quebec
    double parental_rate = 0;
    double parental_most = 0;
    bool operator==(const ContributionRules&) const = default;
};

// Old Age Security: taxable, and taken back from high incomes. The Guaranteed Income Supplement and the Allowance (for
// a pensioner's spouse who is not old enough) are not taxed, and shrink with income from the first dollar.
struct OldAgeRules {
    double from_age = kNever;
    double full = 0;            // with `full_residence` years in Canada as an adult; in proportion below
    double later_age = kNever;  // from this age ...
    double later_share = 0;     // ... this share more
    double least_residence = 0;
    double full_residence = 1;
    double recovery_from = kNever;  // own net income before the recovery
    double recovery_rate = 0;
    // What a pensioner without income receives, and its second part, the top-up: alone, or beside a spouse who has
    // neither pension nor Allowance; and beside one who has.
    double supplement_single = 0;
    double supplement_couple = 0;
    double top_up_single = 0;
    double top_up_couple = 0;
    double supplement_rate = 0;  // of the income of one, half of it of that of two
    double top_up_rate = 0;      // likewise, of what exceeds top_up_from, of two twice that
    double top_up_from = 0;
    double earnings_free = 0;    // earnings that do not count, and ...
    double earnings_halved = 0;  // ... those above them of which half does
    double allowance_from_age = kNever;
    bool operator==(const OldAgeRules&) const = default;
};

enum class BenefitId : std::uint8_t {
    canada_child_benefit,
    child_disability_benefit,
    gst_credit,
    canada_workers_benefit,
    canada_carbon_rebate,
    child_benefit,              // the province's own
    child_benefit_for_workers,  // its part that grows with earnings
    family_allowance,           // Quebec
    sales_tax_credit,
    climate_credit,
    low_income_credit,
    senior_credit,
    solidarity_credit,  // Quebec
    work_premium,       // Quebec
};
inline constexpr std::size_t kBenefits = 14;

// In the order of the enumeration; the names in rule files and reports.
inline constexpr std::array<std::string_view, kBenefits> kBenefitNames{"canada_child_benefit",
                                                                       "child_disability_benefit",
                                                                       "gst_credit",
                                                                       "canada_workers_benefit",
                                                                       "canada_carbon_rebate",
                                                                       "child_benefit",
                                                                       "child_benefit_for_workers",
                                                                       "family_allowance",
                                                                       "sales_tax_credit",
                                                                       "climate_credit",
                                                                       "low_income_credit",
                                                                       "senior_credit",
                                                                       "solidarity_credit",
                                                                       "work_premium"};

constexpr std::string_view name(BenefitId id) { return kBenefitNames[static_cast<std::size_t>(id)]; }

// How a benefit shrinks with the family's net income: rate[n] of every dollar above the threshold, n children.
struct Shrink {
    double from_single = kNever;  // neither spouse nor child
    double from_single_parent = kNever;
    double from_couple = kNever;  // with or without children
    std::array<double, kChildCounts> rate{};
    bool operator==(const Shrink&) const = default;
};

// A payment to a family. All of them have one form:
//   full   = head + spouse + family + single_parent + couple_parents + single boost + elders + children
//   earned = work_rate > 0 ? min(full, rate * max(0, working income - from)) : full
//   kept   = min(earned, kept per child + kept_single_parent)
//   paid   = max(0, max(kept, earned - first shrink) - second shrink)
// The first shrink stops growing where the second begins. Children older than child_until do not count at all: not in
// the rates, and not in what makes a family. Income is the family's net income, less
// min(second_earner, the smaller earnings of two).
struct BenefitRules {
    double head = 0;
    double spouse = 0;
    double family = 0;          // once, where there is a spouse or a child
    double single_parent = 0;   // once, where there is a child and no spouse
    double couple_parents = 0;  // once, where there are both
    double single_boost = 0;    // neither spouse nor child: min(this, boost_rate * max(0, income - boost_from))
    double boost_from = 0;
    double boost_rate = 0;
    double boost_families = 0;  // 1: families have the boost too
    double elder = 0;           // each adult of at least elder_from
    double elder_from = kNever;
    std::array<double, 4> child{};  // first, second, third, each further one
    double young_child = 0;         // more for each child below young_until
    double young_until = 0;
    double child_until = 18;        // children below this age count
    double most_children = kNever;  // paid for so many
    double least_age = 0;           // a head without spouse and child must be so old
    double children_only = 0;       // 1: nothing without a child
    double disabled_only = 0;       // 1: only disabled children count
    double work_from = 0;
    double work_rate = 0;
    double work_from_spouse = 0;          // added to work_from where there is a spouse
    double work_rate_single_parent = 0;   // added to work_rate there
    double work_rate_couple_parents = 0;  // likewise
    double second_earner = 0;             // of two, this much of the smaller earnings does not count as income
    std::array<double, 4> kept{};         // of each child, in order: the first shrink leaves so much
    double kept_single_parent = 0;
    Shrink first;
    Shrink second;
    double part_above = kNever;  // family income: above it this share is paid ...
    double part_share = 0.5;
    double part_spares_first = 0;  // ... 1: but the first child's amount whole
    double gone_above = kNever;    // ... and above this nothing
    bool operator==(const BenefitRules&) const = default;
};

// What the workers benefit adds for an adult with a disability: min(most, work_rate * (working income - work_from))
// less rate * (family income - from), or rate_two where both spouses have one.
struct DisabilitySupplementRules {
    double most = 0;
    double work_from = 0;
    double work_rate = 0;
    double from_single = kNever;
    double from_family = kNever;
    double rate = 0;
    double rate_two = 0;
    bool operator==(const DisabilitySupplementRules&) const = default;
};

// Taxes on spending: of what is spent on taxable things, before tax.
struct SalesTaxRules {
    double federal_rate = 0;
    double provincial_rate = 0;
    bool operator==(const SalesTaxRules&) const = default;
};

// Whom a missing rule would have touched.
enum class Concerns : std::uint8_t {
    everyone,
    workers,
    aged_60,
    aged_65,
    aged_70,
    spouses,  // single parents too: the eligible dependant counts as a spouse
    parents,
    disabled_children,
    low_income,    // net income of the family below kLowIncome
    working_poor,  // the same, with earnings
};
inline constexpr double kLowIncome = 60'000;

// Something the law of that day has, and these rules do not know: a calculation that needs it says so.
struct Gap {
    Jurisdiction jurisdiction = Jurisdiction::canada;
    std::string what;  // a parameter's name, or a group of them: "credits.age", "gst_credit"
    Concerns concerns = Concerns::everyone;
    bool operator==(const Gap&) const = default;
};

struct RuleSet {
    Jurisdiction jurisdiction = Jurisdiction::ontario;  // where the family lives; never canada
    Date date{};
    IncomeTaxRules federal;
    IncomeTaxRules provincial;
    double abatement = 0;  // Quebec: share of the basic federal tax that is given back
    ContributionRules contributions;
    OldAgeRules old_age;
    std::array<BenefitRules, kBenefits> benefits;  // by BenefitId
    DisabilitySupplementRules disability;
    SalesTaxRules sales_tax;
    std::vector<Gap> gaps;

    BenefitRules& benefit(BenefitId id) { return benefits[static_cast<std::size_t>(id)]; }
    const BenefitRules& benefit(BenefitId id) const { return benefits[static_cast<std::size_t>(id)]; }
};

// The parameter of this name within `rules`, to read or to reform; nullptr where there is none. Names are those of the
// rule files, with the government in front: "CA.brackets.1.rate", "CA.credits.basic.most", "ON.surtax.0.above",
// "CA.contributions.pension_rate", "CA.canada_child_benefit.first.rate.2", "ON.child_benefit.child.0".
double* find_parameter(RuleSet& rules, std::string_view name);

}  // namespace budget_fairness
