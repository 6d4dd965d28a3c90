// models/budget_fairness/tax/cases/benefits.h - benefit cases of another model, and what our formulas say to them. Read
// by tests only.
//
// The cases are those of the tests of PolicyEngine Canada (commit 232de65), put into our words; its rules of 2023 are
// those in force on 1 January 2023.
#pragma once
#include <cmath>
#include <optional>
#include <string>
#include <vector>

#include "models/budget_fairness/rules/law_book.h"
#include "models/budget_fairness/tax/formulas.h"

namespace budget_fairness::cases {

struct BenefitCase {
    std::string what;
    double expected = 0;
    std::optional<double> ours;  // nothing: not modelled
    std::string explanation;     // of any difference
};

inline RuleSet ontario_on(int year, unsigned month, unsigned day) {
    return *rules_on(shipped_law_book(), Jurisdiction::ontario,
                     Date{std::chrono::year{year}, std::chrono::month{month}, std::chrono::day{day}});
}

// A parent, a child of `child_age`, and what they live on.
inline Family parent_with(int child_age) { return {.head = {.age = 40}, .child_ages = {child_age}}; }

// Twelve monthly payments, each cut to the cent.
inline double paid_monthly(double yearly) { return std::floor(yearly / 12 * 100 + 1e-6) / 100 * 12; }

inline void add_family_cases(std::vector<BenefitCase>& all) {
    const auto rules = ontario_on(2023, 1, 1);
    const auto amount = [&rules](BenefitId id, const Family& family, const BenefitBasis& basis) {
        return benefit_paid(rules.benefit(id), family, basis);
    };
    const BenefitBasis poor{.net_income = 20'000, .working_income = 3'000};
    const BenefitBasis modest{.net_income = 26'000, .working_income = 5'000};
    const auto twelve = parent_with(12);
    Family disabled = parent_with(5);
    disabled.spouse = Person{.age = 40};
    disabled.disabled_children = 1;
    // There the credit of July 2023 counts for the whole of that year.
    const auto july = ontario_on(2023, 7, 1).benefit(BenefitId::sales_tax_credit);
    const double sales_tax_credit = benefit_paid(july, twelve, poor);
    const std::string halves = "half a benefit in shared custody, paid in twelve months, each cut to the cent";
    all.push_back({"Ontario child benefit, shared custody of a child of 12, income 20,000", 754.44,
                   paid_monthly(amount(BenefitId::child_benefit, twelve, poor) / 2), halves});
    all.push_back({"Ontario sales tax credit, parent and child, income 20,000", 690, sales_tax_credit, ""});
    all.push_back({"Ontario Trillium benefit without rent or property tax", 690, sales_tax_credit, ""});
    all.push_back({"Ontario refundable credits of the same family", 690, sales_tax_credit, ""});
    all.push_back(
        {"BC refundable credits of a family in Ontario", 0, amount(BenefitId::climate_credit, twelve, poor), ""});
    all.push_back({"Canada child benefit, shared custody of a child of 12, income 20,000", 2951.40,
                   paid_monthly(amount(BenefitId::canada_child_benefit, twelve, poor) / 2), halves});
    all.push_back({"Canada child benefit, disabled child of 5, two parents, income 26,000", 6996.96,
                   paid_monthly(amount(BenefitId::canada_child_benefit, disabled, modest)),
                   "paid in twelve months, each cut to the cent"});
    all.push_back(
        {"Ontario child benefit of the same family", 1272.52, amount(BenefitId::child_benefit, disabled, modest), ""});
    all.push_back({"Climate action incentive of the same family", 652,
                   amount(BenefitId::canada_carbon_rebate, disabled, modest), ""});
    double together = 0;
    for (const auto id : {BenefitId::canada_child_benefit, BenefitId::child_disability_benefit,
                          BenefitId::child_benefit, BenefitId::canada_workers_benefit})
        together += amount(id, disabled, modest);
    all.push_back({"Benefits of the same family together", 11794.52, together, ""});
    all.push_back({"Canada child benefit, shared custody of a child of 5, income 30,000", 3498.50,
                   amount(BenefitId::canada_child_benefit, parent_with(5), {.net_income = 30'000}) / 2, ""});
    all.push_back({"Canada child benefit without a child", 0,
                   amount(BenefitId::canada_child_benefit, {.head = {.age = 22}}, {.net_income = 62'000}), ""});
    all.push_back({"Federal basic amount in 2023", 15'000, rules.federal.credits.basic.most, ""});
    all.push_back({"Federal tax of a parent who earns 3,000", 0,
                   assess({.head = {.age = 40, .employment_income = 3'000}, .child_ages = {12}}, rules).federal_tax(),
                   ""});
    all.push_back({"Ontario energy and property tax credit", 282, std::nullopt, "needs rent or property tax"});
    all.push_back({"Household net income of a parent and a child", 4265, std::nullopt,
                   "a sum of that model's own, with other benefits in it"});
}

inline void add_disability_cases(std::vector<BenefitCase>& all) {
    const auto paid = [](const RuleSet& rules, int children, double income) {
        Family family{.head = {.age = 40},
                      .child_ages = std::vector<int>(static_cast<std::size_t>(children), 10),
                      .disabled_children = children};
        return benefit_paid(rules.benefit(BenefitId::child_disability_benefit), family, {.net_income = income});
    };
    const auto in_2022 = ontario_on(2022, 12, 31), in_2023 = ontario_on(2023, 1, 1);
    all.push_back({"Child disability benefit without a disabled child", 0, paid(in_2022, 0, 50'000), ""});
    all.push_back(
        {"Child disability benefit without a disabled child, income 62,000", 0, paid(in_2023, 0, 62'000), ""});
    all.push_back({"Child disability benefit, reduction larger than the benefit", 0, paid(in_2022, 1, 170'000), ""});
    all.push_back({"Its reduction at 71,000, one child", 0, 2'985 - paid(in_2022, 1, 71'000), ""});
    all.push_back({"Its reduction at 80,000, two children", 509.58, 2 * 2'985 - paid(in_2022, 2, 80'000), ""});
    all.push_back({"Child disability benefit, two children, income 80,000", 5460.42, paid(in_2023, 2, 80'000), ""});
}

// The form of the workers benefit with amounts of one's own: most, earned share of income, and what is taken of income.
inline double workers_benefit(double most, double earned, double taken) {
    BenefitRules rules{.head = most, .work_rate = 1};
    rules.first = {.from_single = 0, .from_single_parent = 0, .from_couple = 0, .rate = {1, 1, 1, 1, 1}};
    return benefit_paid(rules, {.head = {.age = 40}}, {.net_income = taken, .working_income = earned});
}

// Amounts of 2021, which that model dates 2022.
inline void add_worker_cases(std::vector<BenefitCase>& all) {
    const auto rules = ontario_on(2021, 12, 31);
    const std::string dated = "by the law of 2021, which is dated 2022 there";
    const auto& benefit = rules.benefit(BenefitId::canada_workers_benefit);
    const Family single{.head = {.age = 40}};
    const Family couple{.head = {.age = 40}, .spouse = Person{}};
    all.push_back({"Workers benefit, grown beyond the most", 1395, workers_benefit(1395, 2000, 0), ""});
    all.push_back({"Workers benefit, still growing", 1000, workers_benefit(2403, 1000, 0), ""});
    all.push_back({"Workers benefit, more taken than grown", 0, workers_benefit(2403, 4000, 3000), ""});
    all.push_back({"Workers benefit of a family, the most", 2403,
                   benefit_paid(benefit, couple, {.working_income = 20'000}), dated});
    all.push_back({"Workers benefit of a family that earns 5,000", 540,
                   benefit_paid(benefit, couple, {.working_income = 5'000}), ""});
    all.push_back({"Workers benefit of a single who earns 2,999", 0,
                   benefit_paid(benefit, single, {.working_income = 2'999}), ""});
    all.push_back({"What income of 22,945 takes of a single's", 0.15,
                   1395 - benefit_paid(benefit, single, {.net_income = 22'945, .working_income = 22'945}), dated});
}

// The supplement with amounts of one's own: what is earned, and what is taken of income.
inline double supplement_of(double most, double earned, double taken) {
    const DisabilitySupplementRules rules{.most = most, .work_rate = 1, .from_single = 0, .rate = 1};
    return disability_supplement({.head = {.employment_income = earned, .is_disabled = true}}, {.net_income = taken},
                                 rules);
}

inline void add_supplement_cases(std::vector<BenefitCase>& all) {
    const auto rules = ontario_on(2021, 12, 31).disability;
    const std::string dated = "by the law of 2021, which is dated 2022 there";
    const Person earning{.employment_income = 20'000, .is_disabled = true};
    const Family single{.head = earning};
    const Family couple{.head = earning, .spouse = Person{}};
    const auto paid = [&rules](const Family& family, double income) {
        return disability_supplement(family, {.net_income = income}, rules);
    };
    all.push_back({"Workers benefit with its disability supplement", 1720,
                   workers_benefit(1395, 1000, 0) + paid(single, 0), dated});
    all.push_back({"The disability supplement alone", 720, workers_benefit(1395, 0, 0) + paid(single, 0), dated});
    all.push_back({"The supplement, grown and shrunken", 220, supplement_of(720, 1000, 500), ""});
    all.push_back({"The supplement, shrunken to nothing", 0, supplement_of(720, 1000, 900), ""});
    all.push_back({"The supplement, the most for one", 720, paid(single, 0), dated});
    all.push_back({"The supplement, the most for one of two", 720, paid(couple, 0), dated});
    all.push_back({"The supplement, growing with earnings of 2,000", 229.50,
                   paid({.head = {.employment_income = 2'000, .is_disabled = true}}, 2'000), ""});
    // So much more than the supplement that nothing is left: the amounts are enlarged to see what is taken.
    auto large = rules;
    large.most = 5'000;
    large.work_rate = 1;
    const auto taken = [&](const Family& family, double income) {
        return disability_supplement(family, {}, large) - disability_supplement(family, {.net_income = income}, large);
    };
    all.push_back({"The supplement of a single, what 40,000 takes", 1163.40, taken(single, 40'000), dated});
    all.push_back({"The supplement of a couple, what 50,000 takes", 1170.45, taken(couple, 50'000), dated});
}

inline void add_pension_cases(std::vector<BenefitCase>& all) {
    const auto rules = ontario_on(2022, 1, 1).old_age;
    const auto pension = [&rules](int years) { return old_age_security({.age = 66, .residence_years = years}, rules); };
    all.push_back({"Old Age Security at 66, 47 years in Canada", 8226, pension(47), ""});
    all.push_back({"The same after the recovery at income 91,761", 6726,
                   pension(47) - old_age_recovery(pension(47), 91'761, rules), ""});
    all.push_back({"The recovery at income 40,000", 0, old_age_recovery(pension(47), 40'000, rules), ""});
    all.push_back({"Old Age Security, 20 years in Canada", 4113, pension(20), ""});
    all.push_back({"Old Age Security, 20 years in Canada, no income given", 4113, pension(20), ""});
    all.push_back({"The same after the recovery at income 10,000,000", 0,
                   pension(20) - old_age_recovery(pension(20), 1e7, rules), ""});
    all.push_back({"The recovery of 9,048.60 at income 40,000", 0, old_age_recovery(9048.6, 40'000, rules), ""});
}

inline std::vector<BenefitCase> benefit_cases() {
    std::vector<BenefitCase> all;
    add_family_cases(all);
    add_disability_cases(all);
    add_worker_cases(all);
    add_supplement_cases(all);
    add_pension_cases(all);
    return all;
}

}  // namespace budget_fairness::cases
