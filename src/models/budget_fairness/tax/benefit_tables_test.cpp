// Benefits as governments publish them: tables of amounts by income, and the incomes from which nothing is paid.
#include <cmath>
#include <tuple>

#include <gtest/gtest.h>

#include "models/budget_fairness/rules/law_book.h"
#include "models/budget_fairness/tax/formulas.h"

namespace budget_fairness {
namespace {

constexpr double kCent = 0.005;

double paid(BenefitId benefit, Jurisdiction place, Date day, const Family& family, double income) {
    const auto rules = *rules_on(shipped_law_book(), place, day);
    return benefit_paid(rules.benefit(benefit), family, {.net_income = income, .working_income = income});
}

Date day(int year, unsigned month) {
    return Date{std::chrono::year{year}, std::chrono::month{month}, std::chrono::day{31}};
}

Family with_children(std::size_t count) { return {.head = {.age = 40}, .child_ages = std::vector<int>(count, 8)}; }

Family couple_with(std::size_t count) {
    auto family = with_children(count);
    family.spouse = Person{};
    return family;
}

struct Row {
    double income;
    std::array<double, 3> paid;  // no child, one, four
};

// Canada Revenue Agency, GST/HST credit, guideline tables of July 2020 to June 2021 and July 2022 to June 2023.
TEST(BenefitTables, goods_and_services_tax_credit_of_singles) {
    constexpr Row kOf2020[] = {
        {9'000, {296, 747, 1'212}},        {12'000, {344.20, 747, 1'212}}, {39'000, {426.35, 722.35, 1'187.35}},
        {46'000, {76.35, 372.35, 837.35}}, {56'000, {0, 0, 337.35}},       {63'000, {0, 0, 0}}};
    constexpr Row kOf2022[] = {{12'000, {347.62, 773, 1'256}}, {45'000, {208.30, 514.30, 997.30}}, {65'000, {0, 0, 0}}};
    const auto expect = [](const Row& row, Date on) {
        const std::array<std::size_t, 3> children{0, 1, 4};
        for (std::size_t i = 0; i < children.size(); ++i)
            EXPECT_NEAR(paid(BenefitId::gst_credit, Jurisdiction::ontario, on, with_children(children[i]), row.income),
                        row.paid[i], kCent)
                << row.income << ", children: " << children[i];
    };
    for (const auto& row : kOf2020) expect(row, day(2020, 12));
    for (const auto& row : kOf2022) expect(row, day(2022, 12));
}

// The most of a month for a child, cut to the cent as it is paid: from July of 2022, 2023, 2024 and 2025. A family with
// two children and 40,000 dollars in 2025, by hand: 3,454 less 8 % of what exceeds 26,364.
TEST(BenefitTables, ontario_child_benefit) {
    const std::pair<int, double> months[] = {{2022, 125.75}, {2023, 133.91}, {2024, 140.00}, {2025, 143.91}};
    const auto year_of = [](int year, std::size_t children, double income) {
        return paid(BenefitId::child_benefit, Jurisdiction::ontario, day(year, 12), with_children(children), income);
    };
    for (const auto& [year, most] : months)
        EXPECT_NEAR(std::floor(year_of(year, 1, 20'000) / 12 * 100 + 1e-6) / 100, most, 1e-9) << year;
    EXPECT_NEAR(year_of(2025, 2, 40'000), 3'454 - 0.08 * (40'000 - 26'364), kCent);
}

// The same source: base year 2020, nothing is left of it from these incomes.
TEST(BenefitTables, goods_and_services_tax_credit_of_2021_ends) {
    EXPECT_LT(paid(BenefitId::gst_credit, Jurisdiction::ontario, day(2021, 12), {}, 48'012), kCent);
    EXPECT_NEAR(paid(BenefitId::gst_credit, Jurisdiction::ontario, day(2021, 12), couple_with(4), 63'312), 5, kCent);
}

// The same: "net income level where the recipient is not eligible to receive the Canada workers benefit", to the
// dollar.
TEST(BenefitTables, workers_benefit_ends_where_the_agency_says) {
    struct Level {
        int year;
        double alone, family;
    };
    for (const Level level : {Level{2019, 24'111, 36'483}, Level{2020, 24'573, 37'173}, Level{2021, 32'244, 42'197},
                              Level{2022, 33'015, 43'212}}) {
        const auto left = [&](const Family& family, double income) {
            return paid(BenefitId::canada_workers_benefit, Jurisdiction::ontario, day(level.year, 12), family, income);
        };
        EXPECT_LT(left({}, level.alone + 1), kCent) << level.year;
        EXPECT_GT(left({}, level.alone - 9), 0.9) << level.year;
        EXPECT_LT(left(couple_with(0), level.family + 1), kCent) << level.year;
        EXPECT_GT(left(with_children(1), level.family - 9), 0.9) << level.year;
    }
}

// The same: Canada child benefit from July 2019, 2020 and 2021, a child of 3 and one of 10 without income.
TEST(BenefitTables, child_benefit_before_it_shrinks) {
    const auto most = [](int year) {
        return paid(BenefitId::canada_child_benefit, Jurisdiction::ontario, day(year, 12),
                    {.head = {.age = 40}, .child_ages = {3, 10}}, 31'000);
    };
    EXPECT_NEAR(most(2019), 6'639 + 5'602, kCent);
    EXPECT_NEAR(most(2020), 6'765 + 5'708, kCent);
    EXPECT_NEAR(most(2021), 6'833 + 5'765, kCent);
}

// Government of British Columbia, news of July 2023 and 2024: a family of four may have 893.50; nothing is left of a
// single person's credit at 61,465 and of that of a parent of two at 89,270; in 2024 504 alone, until 66,271, and of a
// family of four until 107,688; the family benefit with its bonus.
TEST(BenefitTables, british_columbia) {
    const auto climate = [](int year, const Family& family, double income) {
        return paid(BenefitId::climate_credit, Jurisdiction::british_columbia, day(year, 12), family, income);
    };
    EXPECT_NEAR(climate(2023, couple_with(2), 0), 893.50, kCent);
    EXPECT_LT(climate(2023, {}, 61'465), kCent);
    EXPECT_LT(climate(2023, with_children(2), 89'270), kCent);
    EXPECT_GT(climate(2023, with_children(2), 89'200), 1);
    EXPECT_NEAR(climate(2024, {}, 0), 504, kCent);
    EXPECT_LT(climate(2024, {}, 66'271), kCent);
    EXPECT_GT(climate(2024, {}, 66'200), 1);
    EXPECT_LT(climate(2024, couple_with(2), 107'688), kCent);
    EXPECT_GT(climate(2024, couple_with(2), 107'600), 1);
    const auto child = [](const Family& family, double income) {
        return paid(BenefitId::child_benefit, Jurisdiction::british_columbia, day(2024, 12), family, income);
    };
    EXPECT_NEAR(child(couple_with(3), 35'902), 2'188 + 1'375 + 1'125, kCent);
    EXPECT_NEAR(child(couple_with(2), 114'887), 969 + 937, kCent);
    EXPECT_LT(child(couple_with(1), 139'200), kCent);
}

// Government of Nova Scotia, rates as of July 2023: 1,525 a child below 26,000; until 33,999 the first child as much,
// each further one half. In that July the first child had got 250 more, a further one from 26,000 on 125 more.
TEST(BenefitTables, nova_scotia_child_benefit) {
    const auto child = [](int year, std::size_t children, double income) {
        return paid(BenefitId::child_benefit, Jurisdiction::nova_scotia, day(year, 12), with_children(children),
                    income);
    };
    EXPECT_NEAR(child(2023, 3, 25'999), 3 * 1'525, kCent);
    EXPECT_NEAR(child(2023, 1, 33'999), 1'525, kCent);
    EXPECT_NEAR(child(2024, 3, 30'000), 1'525 + 2 * 762.50, kCent);
    EXPECT_NEAR(child(2022, 2, 30'000), 1'525 - 250 + 762.50 - 125, kCent);
    EXPECT_EQ(child(2023, 1, 34'001), 0);
}

// Canada Revenue Agency, province of Prince Edward Island, July 2025: 30 dollars a month a child, 20 from 45,000 to
// 80,000; a sales tax credit of 110, 55 and up to 55 more.
TEST(BenefitTables, prince_edward_island) {
    const auto place = Jurisdiction::prince_edward_island;
    const auto on = day(2025, 12);
    EXPECT_NEAR(paid(BenefitId::child_benefit, place, on, with_children(2), 44'000), 720, kCent);
    EXPECT_NEAR(paid(BenefitId::child_benefit, place, on, with_children(2), 60'000), 480, kCent);
    EXPECT_NEAR(paid(BenefitId::child_benefit, place, on, with_children(2), 80'001), 0, kCent);
    EXPECT_NEAR(paid(BenefitId::sales_tax_credit, place, on, couple_with(0), 20'000), 165, kCent);
    EXPECT_NEAR(paid(BenefitId::sales_tax_credit, place, on, couple_with(1), 45'000), 220, kCent);
    EXPECT_NEAR(paid(BenefitId::sales_tax_credit, place, on, {}, 51'000), 110 + 55 - 20, kCent);
}

// Newfoundland and Labrador, Regulation 34/23: 254 and up to 266 more, 69 for a spouse, 231 a child.
TEST(BenefitTables, newfoundland_and_labrador) {
    const auto supplement = [](const Family& family, double income) {
        return paid(BenefitId::low_income_credit, Jurisdiction::newfoundland_and_labrador, day(2023, 12), family,
                    income);
    };
    EXPECT_NEAR(supplement({}, 15'000), 254, kCent);
    EXPECT_NEAR(supplement({}, 30'000), 520, kCent);
    EXPECT_NEAR(supplement(couple_with(1), 30'000), 589 + 231, kCent);
    EXPECT_NEAR(supplement({}, 42'000), 520 - 180, kCent);
}

// Revenu Québec: the work premium of 2024 and 2025 at its most.
TEST(BenefitTables, work_premium) {
    const auto premium = [](int year, const Family& family, double income) {
        return paid(BenefitId::work_premium, Jurisdiction::quebec, day(year, 12), family, income);
    };
    EXPECT_NEAR(premium(2024, {}, 12'334), 1'152.34, 0.02);
    EXPECT_NEAR(premium(2024, couple_with(0), 19'092), 1'797.07, 0.02);
    EXPECT_NEAR(premium(2024, with_children(1), 12'334), 2'980.20, 0.02);
    EXPECT_NEAR(premium(2024, couple_with(2), 19'092), 3'873.00, 0.02);
    EXPECT_NEAR(premium(2025, {}, 12'620), 1'185.52, 0.02);
    EXPECT_NEAR(premium(2025, couple_with(1), 19'534), 3'983.50, 0.02);
}

// Gazette officielle du Québec (2023) 155 G.O. 1, 795: thresholds of 2024; those of 2025 where the work premium ends,
// by s. 1029.8.61.22 of the Taxation Act. Retraite Québec, 2025: 3,006 to 1,196 a child, 1,055 to 421 more for one
// parent.
TEST(BenefitTables, quebec_family_allowance) {
    const auto allowance = [](int year, const Family& family, double income) {
        return paid(BenefitId::family_allowance, Jurisdiction::quebec, day(year, 12), family, income);
    };
    for (const auto& [year, alone, couple] : {std::tuple{2024, 42'136, 57'822}, {2025, 43'280, 59'369}}) {
        const auto most = [&](const Family& family) { return allowance(year, family, 0); };
        EXPECT_NEAR(allowance(year, with_children(1), alone + 1'000), most(with_children(1)) - 40, kCent) << year;
        EXPECT_NEAR(allowance(year, couple_with(2), couple + 1'000), most(couple_with(2)) - 40, kCent) << year;
        const auto premium = [&](const Family& family, double income) {
            return paid(BenefitId::work_premium, Jurisdiction::quebec, day(year, 12), family, income);
        };
        EXPECT_NEAR(premium(with_children(1), alone - 10), 1, 0.02) << year;
        EXPECT_NEAR(premium(couple_with(1), couple - 10), 1, 0.02) << year;
    }
    EXPECT_NEAR(allowance(2025, with_children(2), 0), 2 * 3'006 + 1'055, kCent);
    EXPECT_NEAR(allowance(2025, with_children(2), 1e6), 2 * 1'196 + 421, kCent);
    EXPECT_NEAR(allowance(2024, couple_with(1), 0), 2'782 * 1.0508, 0.5);
}

}  // namespace
}  // namespace budget_fairness
