// Families in every province, against figures from outside this program.
#include "models/budget_fairness/tax/assessment.h"

#include <cmath>
#include <fstream>
#include <sstream>

#include <gtest/gtest.h>
#include <rapidcheck.h>
#include <rapidcheck/gtest.h>

#include "models/budget_fairness/rules/law_book.h"
#include "models/budget_fairness/tax/cases/annual.h"
#include "models/budget_fairness/tax/formulas.h"
#include "models/budget_fairness/tax/marginal_rate.h"
#include "models/statistics/csv_table.h"

namespace budget_fairness {
namespace {

RuleSet rules_of(Jurisdiction place, int year) { return *rules_of_year(shipped_law_book(), place, year); }

std::string file_text(const std::string& path) {
    std::ifstream file{path, std::ios::binary};
    std::ostringstream text;
    text << file.rdbuf();
    return text.str();
}

// Figures worked out apart from this program: a single employee of 40, by the formulas of T4127 over a whole year.
TEST(Assessment, agrees_with_the_annual_reference_to_the_cent) {
    const auto text = file_text(SOURCE_DIR "/src/models/budget_fairness/tax/cases/annual_employment.csv");
    const auto table = statistics::CsvTable::read(text);
    ASSERT_TRUE(table);
    EXPECT_EQ(table->size(), 384U);
    for (const auto& row : table->rows()) {
        const Family family{.head = {.employment_income = *row.number("employment_income")}};
        const auto law = rules_of(*find_jurisdiction(row["province"]), static_cast<int>(*row.integer("year")));
        const auto by_law = assess(family, law);
        const auto result = assess(family, cases::as_guide_rounds(law, by_law.head.taxable_income));
        const auto& paid = result.head.contributions;
        const auto who =
            std::string{row["year"]} + " " + std::string{row["province"]} + " " + std::string{row["employment_income"]};
        constexpr double kHalfACent = 0.005 + 1e-6;
        EXPECT_NEAR(paid.pension, *row.number("cpp"), kHalfACent) << who;
        EXPECT_NEAR(paid.pension_second, *row.number("cpp2"), kHalfACent) << who;
        EXPECT_NEAR(paid.insurance, *row.number("ei"), kHalfACent) << who;
        EXPECT_NEAR(result.federal_tax(), *row.number("federal_tax"), 0.0101) << who;
        EXPECT_NEAR(result.provincial_tax(), *row.number("provincial_tax"), 0.0101) << who;
        EXPECT_NEAR(by_law.federal_tax(), *row.number("federal_tax"), 0.51) << who;
        const double claimed_on_return = by_law.head.provincial.reduction - result.head.provincial.reduction;
        EXPECT_NEAR(by_law.provincial_tax() + claimed_on_return, *row.number("provincial_tax"), 0.81) << who;
    }
}

// Tax before credits as PolicyEngine Canada's tests have it, which cite the governments' pages. Its Manitoba 2022 has a
// first threshold of 34,773; the province's is 34,431, which adds (34,773 - 34,431) * (0.1275 - 0.108) = 6.669.
TEST(Assessment, agrees_with_tax_before_credits_elsewhere) {
    struct Case {
        int year;
        Jurisdiction place;
        double taxable_income, expected;
    };
    constexpr Case kCases[] = {{2021, Jurisdiction::quebec, 45105, 6765.75},
                               {2022, Jurisdiction::alberta, 315928, 37941.36},
                               {2022, Jurisdiction::british_columbia, 230000, 27114.5717},
                               {2022, Jurisdiction::manitoba, 75000, 8911.582 + 6.669},
                               {2022, Jurisdiction::new_brunswick, 170000, 24533.8556},
                               {2022, Jurisdiction::newfoundland_and_labrador, 1000100, 198023.992},
                               {2022, Jurisdiction::nova_scotia, 160000, 24737.46},
                               {2022, Jurisdiction::northwest_territories, 150000, 13839.373},
                               {2022, Jurisdiction::nunavut, 160000, 11159.035},
                               {2022, Jurisdiction::ontario, 100000, 7406.4086},
                               {2022, Jurisdiction::prince_edward_island, 100000, 13565.539},
                               {2022, Jurisdiction::saskatchewan, 46772, 4911.06},
                               {2022, Jurisdiction::yukon, 50196, 3212.544},
                               {2023, Jurisdiction::quebec, 49275, 6898.5},
                               {2023, Jurisdiction::quebec, 119910, 21387.65}};
    for (const auto& one : kCases)
        EXPECT_NEAR(due(rules_of(one.place, one.year).provincial.brackets, one.taxable_income), one.expected, 0.005)
            << code(one.place) << ' ' << one.year;
}

TEST(Assessment, leaves_a_family_without_income_without_tax) {
    for (const auto place : provinces_and_territories()) {
        const auto result = assess({.head = {}, .spouse = Person{}}, rules_of(place, 2025));
        EXPECT_EQ(result.federal_tax(), 0) << code(place);
        EXPECT_EQ(result.provincial_tax(), 0) << code(place);
        EXPECT_EQ(result.contributions().total(), 0) << code(place);
        EXPECT_EQ(result.disposable_income, result.benefits_total()) << code(place);
    }
}

// Wei and Ana, two children of 3 and 8, Ontario 2025: the amounts of the Canada Revenue Agency's tables of July 2025.
TEST(Assessment, pays_benefits_by_family) {
    const Family family{
        .head = {.age = 36, .employment_income = 30'000}, .spouse = Person{.age = 35}, .child_ages = {3, 8}};
    const auto result = assess(family, rules_of(Jurisdiction::ontario, 2025));
    // 7,997 + 6,748: net income is 30,000 less the enhanced pension contribution, below 37,487.
    EXPECT_NEAR(result.benefits[static_cast<std::size_t>(BenefitId::canada_child_benefit)], 14'745, 0.005);
    EXPECT_NEAR(result.benefits[static_cast<std::size_t>(BenefitId::gst_credit)], 349 * 2 + 184 * 2, 0.005);
    EXPECT_NEAR(result.benefits[static_cast<std::size_t>(BenefitId::canada_workers_benefit)], 2'813, 0.005);
    EXPECT_EQ(result.benefits[static_cast<std::size_t>(BenefitId::canada_carbon_rebate)], 0);
}

TEST(Assessment, gives_the_spouse_amount_to_one_of_two) {
    const auto rules = rules_of(Jurisdiction::ontario, 2025);
    const Family alone{.head = {.employment_income = 60'000}};
    const Family couple{.head = {.employment_income = 60'000}, .spouse = Person{}};
    const auto single = assess(alone, rules), both = assess(couple, rules);
    // 14.5 % of 16,129 and 5.05 % of 10,823.
    EXPECT_NEAR(single.federal_tax() - both.federal_tax(), 0.145 * 16'129, 0.005);
    EXPECT_NEAR(single.provincial_tax() - both.provincial_tax(), 0.0505 * 10'823, 0.005);
    const Family turned{.head = {}, .spouse = Person{.employment_income = 60'000}};
    EXPECT_NEAR(assess(turned, rules).federal_tax(), both.federal_tax(), 1e-9);
}

// Government of Ontario, Low-Income Workers Tax Credit, "2022 - onward": 875 dollars or 5.05 % of employment income,
// less 5 % of what net income exceeds 32,500, of a family 65,000; nothing is left at 50,000 and 82,500. Net income is
// earnings less the enhanced pension contribution, 1 % of what exceeds 3,500. The health premium of 300 dollars stays.
TEST(Assessment, takes_ontarios_credit_off_the_tax_of_low_paid_workers) {
    for (const int year : {2023, 2024, 2025, 2026}) {
        const auto rules = rules_of(Jurisdiction::ontario, year);
        const auto taken = [&](const Family& family) { return assess(family, rules).head.provincial.reduction; };
        EXPECT_NEAR(assess({.head = {.employment_income = 30'000}}, rules).provincial_tax(), 300, 0.005) << year;
        EXPECT_NEAR(taken({.head = {.employment_income = 45'000}}), 875 - 0.05 * (45'000 - 415 - 32'500), 0.005);
        EXPECT_EQ(taken({.head = {.employment_income = 50'500}}), 0);
        const Family couple{.head = {.employment_income = 32'000}, .spouse = Person{.employment_income = 48'000}};
        EXPECT_NEAR(taken(couple), 875 - 0.05 * (80'000 - 285 - 445 - 65'000), 0.005);
    }
}

// Form NB428 of 2024, lines 77 to 86: 781 dollars for oneself and 781 for a spouse, less 3 % of what the family's
// income exceeds 21,343; nothing is left at 47,376 alone and at 73,410 of two. Only one of them claims it.
TEST(Assessment, takes_new_brunswicks_reduction_once_a_family) {
    const auto rules = rules_of(Jurisdiction::new_brunswick, 2024).provincial.reduction;
    const auto reduction = [&](ReductionBasis basis) {
        basis.tax = 10'000;
        return low_income_reduction(basis, rules).total();
    };
    EXPECT_NEAR(reduction({.family_income = 21'343}), 781, 0.005);
    EXPECT_NEAR(reduction({.family_income = 47'376}), 0, 0.02);
    EXPECT_NEAR(reduction({.family_income = 63'410, .has_spouse = true}), 0.03 * 10'000, 0.02);
    EXPECT_EQ(reduction({.family_income = 30'000, .has_spouse = true, .claims_family = false}), 0);
}

TEST(Assessment, gives_quebec_its_abatement_and_its_own_tax) {
    const auto result = assess({.head = {.employment_income = 60'000}}, rules_of(Jurisdiction::quebec, 2025)).head;
    const double basic = result.federal.before_credits - result.federal.credits;
    EXPECT_NEAR(result.federal.tax, basic * (1 - 0.165), 1e-9);
    EXPECT_GT(result.contributions.parental, 0);
    EXPECT_NEAR(result.provincial.credit_amounts, 18'571, 1e-9) << "contributions earn no credit there";
    EXPECT_GT(result.provincial.tax, 0);
}

TEST(Assessment, takes_old_age_security_back_from_high_incomes) {
    const auto rules = rules_of(Jurisdiction::ontario, 2022);
    const auto with = [&](double income) { return assess({.head = {.age = 66, .other_income = income}}, rules).head; };
    EXPECT_NEAR(with(30'000).old_age_security, 8'226, 1e-9);
    EXPECT_EQ(with(30'000).old_age_recovery, 0);
    EXPECT_NEAR(with(100'000 - 8'226).old_age_recovery, 0.15 * (100'000 - 81'761), 1e-6);
    EXPECT_NEAR(with(1e6).old_age_recovery, 8'226, 1e-9);
    EXPECT_NEAR(assess({.head = {.age = 66, .residence_years = 20}}, rules).old_age_security(), 4'113, 1e-9);
    EXPECT_NEAR(assess({.head = {.age = 76}}, rules).old_age_security(), 8'226 * 1.1, 1e-9);
}

// Service Canada's tables of amounts, April to June 2022 (open.canada.ca, dataset
// dfa4daf1-669e-4514-82cd-982f27707ed0): dollars a month by yearly income. The tables count income in steps of 24
// dollars and pay whole dollars less.
OldAgeRules of_spring_2022() {
    auto rules = rules_of(Jurisdiction::ontario, 2022).old_age;
    rules.full = 648.67 * 12;
    rules.top_up_single = 150.07 * 12;
    rules.top_up_couple = 42.52 * 12;
    rules.supplement_single = 968.86 * 12 - rules.top_up_single;
    rules.supplement_couple = 583.20 * 12 - rules.top_up_couple;
    return rules;
}

TEST(Supplement, agrees_with_the_official_tables) {
    const auto rules = of_spring_2022();
    struct Line {
        double income, single, both_pensioners, spouse_without;
    };
    constexpr Line kLines[] = {{0, 968.86, 583.20, 968.86},
                               {2'040, 883.86, 541.20, 968.86},
                               {2'400, 860.86, 533.20, 968.86},
                               {4'320, 740.86, 491.20, 966.86}};
    for (const auto& line : kLines) {
        const Elder own{.income = line.income, .pension_share = 1}, pensioner{.pension_share = 1}, younger{};
        EXPECT_NEAR(old_age_supplement(own, nullptr, rules) / 12, line.single, 2) << line.income;
        EXPECT_NEAR(old_age_supplement(own, &pensioner, rules) / 12, line.both_pensioners, 2) << line.income;
        EXPECT_NEAR(old_age_supplement(own, &younger, rules) / 12, line.spouse_without, 2) << line.income;
    }
    // The last line of each table.
    const Elder last_single{.income = 19'632, .pension_share = 1}, last_two{.income = 25'920, .pension_share = 1},
        last_of_one{.income = 47'088, .pension_share = 1}, pensioner{.pension_share = 1}, younger{};
    EXPECT_NEAR(old_age_supplement(last_single, nullptr, rules) / 12, 0.79, 1);
    EXPECT_NEAR(old_age_supplement(last_two, &pensioner, rules) / 12, 0.68, 1);
    EXPECT_NEAR(old_age_supplement(last_of_one, &younger, rules) / 12, 0.79, 1);
}

// Employment and Social Development Canada, quarterly report, October to December: dollars a month without income, and
// the yearly income of the couple from which nothing is paid.
TEST(Supplement, begins_and_ends_where_the_quarterly_reports_say) {
    struct Quarter {
        int year;
        double single, couple, allowance, single_end, couple_end, allowance_end, one_pensioner_end;
    };
    constexpr Quarter kQuarters[] = {{2023, 1'057.01, 636.26, 1'343.94, 21'456, 28'320, 39'648, 51'408},
                                     {2024, 1'086.88, 654.23, 1'381.90, 22'056, 29'136, 40'800, 0},
                                     {2026, 1'138.90, 685.56, 0, 23'112, 30'528, 0, 55'392}};
    const Elder pensioner{.pension_share = 1}, of_sixty{.is_of_allowance_age = true}, younger{};
    for (const auto& quarter : kQuarters) {
        const auto rules = rules_of(Jurisdiction::ontario, quarter.year).old_age;
        const auto paid = [&](Elder own, const Elder* spouse, double income) {
            own.income = income;
            return old_age_supplement(own, spouse, rules) / 12;
        };
        // The table's last step of income is 24 dollars wide for one, 48 for two.
        const auto expect_end = [&](const Elder& own, const Elder* spouse, double end) {
            EXPECT_EQ(paid(own, spouse, end), 0) << quarter.year << ' ' << end;
            EXPECT_GT(paid(own, spouse, end - 60), 0) << quarter.year << ' ' << end;
        };
        EXPECT_NEAR(paid(pensioner, nullptr, 0), quarter.single, 0.01);
        EXPECT_NEAR(paid(pensioner, &pensioner, 0), quarter.couple, 0.01);
        expect_end(pensioner, nullptr, quarter.single_end);
        expect_end(pensioner, &pensioner, quarter.couple_end);
        if (quarter.one_pensioner_end > 0) expect_end(pensioner, &younger, quarter.one_pensioner_end);
        if (quarter.allowance == 0) continue;
        EXPECT_NEAR(paid(of_sixty, &pensioner, 0), quarter.allowance, 0.05);
        expect_end(of_sixty, &pensioner, quarter.allowance_end);
    }
}

TEST(Supplement, leaves_part_of_earnings_out_and_is_not_taxed) {
    const auto rules = rules_of(Jurisdiction::ontario, 2024);
    const Family idle{.head = {.age = 70}}, working{.head = {.age = 70, .employment_income = 5'000}};
    EXPECT_NEAR(assess(idle, rules).supplements(), 12 * 1'086.88, 0.1);
    EXPECT_NEAR(assess(working, rules).supplements(), 12 * 1'086.88, 0.1);
    const auto more = assess({.head = {.age = 70, .pension_income = 10'000}}, rules);
    EXPECT_LT(more.supplements(), 12 * 1'086.88);
    EXPECT_NEAR(more.head.net_income - more.head.taxable_income, more.supplements(), 1e-9);
    const auto partial = assess({.head = {.age = 70, .residence_years = 20}}, rules);
    EXPECT_NEAR(partial.old_age_security() + partial.supplements(), 8'732 + 12 * 1'086.88, 0.1)
        << "a partial pension is made up to a full one";
    EXPECT_EQ(assess({.head = {.age = 70, .residence_years = 9}}, rules).supplements(), 0);
}

TEST(Assessment, hands_unused_amounts_of_a_spouse_on) {
    const auto rules = rules_of(Jurisdiction::ontario, 2024);
    const Person pensioner{.age = 70, .pension_income = 60'000};
    const Family couple{.head = pensioner, .spouse = Person{.age = 70, .pension_income = 5'000}};
    const auto result = assess(couple, rules);
    // Federal, 2024: the spouse has 5,000 and 8,732 of income, less than the basic amount of 15,705, so that the age
    // amount of 8,790 and the pension amount of 2,000 go over whole; the spouse's supplement lowers the spouse amount.
    const auto& federal = result.head.federal;
    const double own = 15'705 + 8'790 - 0.15 * (result.head.net_income - 44'325) + 2'000;
    const double spouse = std::max(0.0, 15'705 - result.spouse->net_income);
    EXPECT_NEAR(federal.credit_amounts, own + spouse + 8'790 + 2'000, 0.5);
}

// 14,000 dollars of 2021, indexed: 15,955 in 2024.
TEST(Assessment, leaves_part_of_the_smaller_earnings_out_for_the_workers_benefit) {
    const auto rules = rules_of(Jurisdiction::ontario, 2024);
    const auto& benefit = rules.benefit(BenefitId::canada_workers_benefit);
    const Family couple{.head = {}, .spouse = Person{}};
    const BenefitBasis one{.net_income = 40'000, .working_income = 40'000};
    const BenefitBasis two{.net_income = 40'000, .working_income = 40'000, .smaller_earnings = 20'000};
    EXPECT_NEAR(benefit_paid(benefit, couple, one), 2'739 - 0.15 * (40'000 - 29'833), 0.01);
    EXPECT_NEAR(benefit_paid(benefit, couple, two), 2'739, 0.01);
    const BenefitBasis some{.net_income = 50'000, .working_income = 50'000, .smaller_earnings = 5'000};
    EXPECT_NEAR(benefit_paid(benefit, couple, some), 2'739 - 0.15 * (45'000 - 29'833), 0.01);
}

// Revenu Québec, amounts of 2022: work premium of a person alone 1,025.21, a single parent 2,651.40, couples 1,600.57
// and 3,449.50. Solidarity credit of 2023 with housing: 1,162 alone, 1,479 of two, 144 a child.
TEST(Assessment, pays_quebecs_credits) {
    const auto in_2022 = rules_of(Jurisdiction::quebec, 2022), in_2023 = rules_of(Jurisdiction::quebec, 2023);
    const auto& premium = in_2022.benefit(BenefitId::work_premium);
    const Family alone{.head = {}}, parent{.head = {}, .child_ages = {5}}, couple{.head = {}, .spouse = Person{}},
        parents{.head = {}, .spouse = Person{}, .child_ages = {5}};
    const auto paid = [&](const Family& family, double income) {
        return benefit_paid(premium, family, {.net_income = income, .working_income = income});
    };
    EXPECT_NEAR(paid(alone, 11'238), 1'025.21, 0.01);
    EXPECT_NEAR(paid(parent, 11'238), 2'651.40, 0.01);
    EXPECT_NEAR(paid(couple, 17'398), 1'600.57, 0.01);
    EXPECT_NEAR(paid(parents, 17'398), 3'449.50, 0.01);
    EXPECT_NEAR(paid(alone, 12'238), 925.21, 0.01);
    EXPECT_NEAR(paid(alone, 5'000), 0.116 * 2'600, 0.01);
    const auto& credit = in_2023.benefit(BenefitId::solidarity_credit);
    EXPECT_NEAR(benefit_paid(credit, alone, {}), 1'162, 0.01);
    EXPECT_NEAR(benefit_paid(credit, parents, {.net_income = 49'160}), 1'479 + 144 - 600, 0.01);
    const auto worker = assess({.head = {.employment_income = 50'000}}, in_2023).head;
    EXPECT_NEAR(worker.provincial.before_credits, due(in_2023.provincial.brackets, worker.taxable_income - 1'315),
                0.01);
}

// A single parent of two who earns 45,000, by hand: the tax of some 900 dollars is far below twice 294 + 2 * 544; what
// is left is the health premium of 450.
TEST(Assessment, takes_ontarios_tax_off_parents_of_low_income) {
    const auto rules = rules_of(Jurisdiction::ontario, 2025);
    EXPECT_NEAR(assess({.head = {.employment_income = 45'000}, .child_ages = {3, 8}}, rules).provincial_tax(), 450,
                0.01);
    EXPECT_GT(assess({.head = {.employment_income = 45'000}}, rules).provincial_tax(), 1'500);
}

TEST(Assessment, says_which_rules_it_lacks_for_a_family) {
    const auto rules = rules_of(Jurisdiction::ontario, 2026);
    const auto lacks = [&](const Family& family, std::string_view what) {
        const auto gaps = assess(family, rules).gaps;
        return std::ranges::find(gaps, what, &Gap::what) != gaps.end();
    };
    const Family single{.head = {.employment_income = 90'000}};
    const Family parents{.head = {.employment_income = 90'000}, .spouse = Person{}, .child_ages = {4}};
    const Family old{.head = {.age = 70}};
    EXPECT_FALSE(lacks(single, "child_benefit"));
    EXPECT_TRUE(lacks(parents, "child_benefit"));
    EXPECT_FALSE(lacks(single, "energy_and_property_tax_credit"));
    EXPECT_TRUE(lacks(old, "energy_and_property_tax_credit"));
}

TEST(Assessment, shows_its_working_in_steps_that_lead_to_the_result) {
    const auto rules = rules_of(Jurisdiction::ontario, 2025);
    const auto result = assess({.head = {.employment_income = 60'000}}, rules);
    const auto steps = working(result, rules);
    EXPECT_GT(steps.size(), 10U);
    EXPECT_STREQ(steps.front().what.key(), "Total income");
    EXPECT_NEAR(steps.front().amount, 60'000, 1e-9);
    EXPECT_STREQ(steps.back().what.key(), "Disposable income");
    EXPECT_NEAR(steps.back().amount, result.disposable_income, 1e-9);
    for (const auto& step : steps) EXPECT_STRNE(step.reference.key(), "") << step.what.key();
}

TEST(Assessment, estimates_sales_tax_in_spending) {
    Family family{.head = {.employment_income = 60'000}};
    const auto rules = rules_of(Jurisdiction::ontario, 2025);
    EXPECT_EQ(assess(family, rules).sales_tax, 0);
    family.taxable_spending_share = 0.5;
    const auto result = assess(family, rules);
    EXPECT_NEAR(result.sales_tax, 0.5 * result.disposable_income * 0.13 / 1.13, 1e-9);
}

// ---- what must hold for everybody

rc::Gen<RuleSet> any_rules() {
    return rc::gen::map(
        rc::gen::pair(rc::gen::inRange<std::size_t>(0, 13), rc::gen::inRange(2019, 2027)),
        [](const auto& drawn) { return rules_of(provinces_and_territories()[drawn.first], drawn.second); });
}

double dollars_of(int cents) { return static_cast<double>(cents) / 100; }

constexpr int kManyCents = 100'000'000;

RC_GTEST_PROP(TaxProperties, more_income_never_pays_less_tax_before_credits, ()) {
    const auto rules = *any_rules();
    const double less = dollars_of(*rc::gen::inRange(0, kManyCents));
    const double more = less + dollars_of(*rc::gen::inRange(0, kManyCents));
    for (const auto* tax : {&rules.federal, &rules.provincial}) {
        RC_ASSERT(due(tax->brackets, less) <= due(tax->brackets, more));
        RC_ASSERT(due(tax->premium, less) <= due(tax->premium, more));
    }
}

RC_GTEST_PROP(TaxProperties, a_single_person_with_more_earnings_never_pays_less_tax, ()) {
    const auto rules = *any_rules();
    const double less = dollars_of(*rc::gen::inRange(0, kManyCents));
    const double more = less + dollars_of(*rc::gen::inRange(0, 10'000'000));
    const auto first = assess({.head = {.employment_income = less}}, rules);
    const auto second = assess({.head = {.employment_income = more}}, rules);
    RC_ASSERT(first.federal_tax() <= second.federal_tax() + 1e-9);
    RC_ASSERT(first.contributions().total() <= second.contributions().total() + 1e-9);
}

RC_GTEST_PROP(TaxProperties, tax_has_no_jump_at_a_bracket, ()) {
    const auto rules = *any_rules();
    for (const auto* tax : {&rules.federal, &rules.provincial})
        for (std::size_t i = 1; i < tax->brackets.count; ++i) {
            const double at = tax->brackets.above[i];
            RC_ASSERT(std::abs(due(tax->brackets, at + 0.01) - due(tax->brackets, at - 0.01)) < 0.02);
        }
}

RC_GTEST_PROP(TaxProperties, amounts_are_finite_and_never_negative, ()) {
    const auto rules = *any_rules();
    const auto money = [] { return dollars_of(*rc::gen::inRange(0, kManyCents)); };
    Family family{.head = {.age = *rc::gen::inRange(18, 100),
                           .employment_income = money(),
                           .pension_income = money(),
                           .other_income = money(),
                           .deductions = money()}};
    if (*rc::gen::arbitrary<bool>())
        family.spouse = Person{.age = *rc::gen::inRange(18, 100), .employment_income = money()};
    family.child_ages = *rc::gen::container<std::vector<int>>(rc::gen::inRange(0, 25));
    const auto result = assess(family, rules);
    for (const double amount : {result.federal_tax(), result.provincial_tax(), result.contributions().total(),
                                result.old_age_security(), result.family_net_income})
        RC_ASSERT(std::isfinite(amount) && amount >= 0);
    for (const double amount : result.benefits) RC_ASSERT(std::isfinite(amount) && amount >= 0);
    RC_ASSERT(std::isfinite(result.disposable_income));
}

TEST(MarginalRate, is_the_share_of_a_dollar_that_is_taken) {
    const auto rules = rules_of(Jurisdiction::alberta, 2025);
    const Family family{.head = {.employment_income = 200'000}};
    EXPECT_NEAR(marginal_rate(family, rules, 1), 0.29 + 0.13 + (16'129 - 14'538.0) / (253'414 - 177'882) * 0.145, 1e-4);
}

// Nova Scotia's child benefit of 2022: half for the second child from 26,000, nothing from 34,000 of family income.
TEST(MarginalRate, finds_where_a_raise_leaves_less) {
    const auto rules = rules_of(Jurisdiction::nova_scotia, 2022);
    const Family family{.head = {}, .child_ages = {4, 9}};
    const auto found = losses(family, rules, {});
    ASSERT_EQ(found.size(), 2U);
    EXPECT_NEAR(found[0].from, 26'100, 200);
    EXPECT_NEAR(found[1].from, 34'200, 200);
    EXPECT_GT(found[0].highest, 1);
}

}  // namespace
}  // namespace budget_fairness
