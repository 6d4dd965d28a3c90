// The made-up families: their number, their sums, and that a seed makes the same ones again.
#include <cmath>
#include <numeric>

#include <gtest/gtest.h>

#include "models/budget_fairness/population/ageing.h"
#include "models/budget_fairness/population/calibration.h"
#include "models/budget_fairness/population/published.h"
#include "models/budget_fairness/population/quality.h"
#include "models/budget_fairness/population/synthetic.h"
#include "models/budget_fairness/rules/law_book.h"

namespace budget_fairness {
namespace {

constexpr std::size_t kEnough = 60'000;

const Population& of_2012() {
    static const auto population = synthesize({.year = 2012, .adults = kEnough});
    return population;
}

bool are_equal(const Population& one, const Population& other) {
    return one.weights == other.weights && one.heads.amounts == other.heads.amounts &&
           one.heads.ages == other.heads.ages && one.spouses.amounts == other.spouses.amounts &&
           one.child_ages == other.child_ages;
}

TEST(Published, returns_of_the_provinces_are_those_of_canada) {
    const auto& published = Published::shipped();
    double sum = 0;
    for (const auto place : provinces_and_territories()) sum += published.at(place).returns();
    EXPECT_NEAR(sum / published.at(Jurisdiction::canada).returns(), 1, 0.005);  // some file from abroad
    EXPECT_EQ(published.at(Jurisdiction::ontario).classes.size(), 19U);
    EXPECT_NEAR(published.at(Jurisdiction::canada).classes.back().mean(Item::total_income), 544'531, 1'000);
}

TEST(Published, growth_is_1_in_2012_and_goes_on_after_the_tables_end) {
    EXPECT_EQ(population_growth(Jurisdiction::ontario, 2012), 1);
    EXPECT_NEAR(population_growth(Jurisdiction::ontario, 2019), 14'573'565.0 / 13'392'364, 1e-9);
    EXPECT_GT(population_growth(Jurisdiction::yukon, 2019), 1.05);
    EXPECT_NEAR(price_growth(Jurisdiction::ontario, 2019), 137.5 / 121.8, 1e-9);
    EXPECT_NEAR(price_growth(Jurisdiction::ontario, 2026) / price_growth(Jurisdiction::ontario, 2025), 1.02, 1e-9);
    EXPECT_NEAR(share_aged_65(2012), (0.148 + 0.153) / 2, 1e-9);
    EXPECT_NEAR(share_aged_65(2040), 0.175, 1e-9);
}

TEST(Published, percentiles_of_incomes_rise) {
    for (const int year : {2016, 2017, 2019, 2026}) {
        const auto percentiles = income_percentiles(year);
        ASSERT_EQ(percentiles.size(), 20U);
        for (std::size_t i = 1; i < percentiles.size(); ++i)
            EXPECT_GT(percentiles[i].income, percentiles[i - 1].income);
    }
    EXPECT_TRUE(income_percentiles(2012).empty());
}

TEST(Synthesis, the_same_seed_makes_the_same_people_and_another_one_others) {
    const Recipe recipe{.year = 2019, .adults = 4'000, .seed = 7};
    EXPECT_TRUE(are_equal(synthesize(recipe), synthesize(recipe)));
    auto other = recipe;
    other.seed = 8;
    EXPECT_FALSE(are_equal(synthesize(recipe), synthesize(other)));
}

TEST(Synthesis, makes_as_many_as_asked_for) {
    EXPECT_NEAR(static_cast<double>(of_2012().adults()), kEnough, 0.03 * kEnough);
    EXPECT_GE(synthesize({.adults = 0}).adults(), 900U);
    EXPECT_GE(of_2012().persons(), of_2012().adults());
}

TEST(Synthesis, families_stand_in_blocks_of_one_kind) {
    const auto& population = of_2012();
    std::uint32_t end = 0;
    for (const auto& block : population.blocks) {
        EXPECT_EQ(block.begin, end);
        EXPECT_EQ((block.end - block.begin) % kFamiliesPerStep, 0U);
        end = block.end;
        for (auto i = block.begin; i < block.end; ++i) {
            for (std::size_t child = 0; child < kMostChildren; ++child)
                ASSERT_EQ(population.child_ages[child][i] != kNoChild && population.weights[i] > 0,
                          child < block.children && population.weights[i] > 0);
            if (!block.has_spouse) ASSERT_EQ(population.spouses[Amount::employment][i], 0);
        }
    }
    EXPECT_EQ(end, population.families());
}

TEST(Synthesis, nobody_has_less_than_nothing) {
    const auto& population = of_2012();
    for (const auto* adults : {&population.heads, &population.spouses})
        for (std::size_t amount = 0; amount + 1 < kAmounts; ++amount)
            for (const float dollars : adults->amounts[amount]) ASSERT_TRUE(dollars >= 0 && std::isfinite(dollars));
}

TEST(Synthesis, weights_add_up_to_the_published_filers_of_every_place_age_and_sex) {
    for (const auto& fit : quality(of_2012())) {
        const bool is_margin = fit.what == "Filers" || fit.what.starts_with("Women") || fit.what.starts_with("Men");
        const bool is_small = fit.place != Jurisdiction::canada && fit.published < 100'000;
        if (is_margin) EXPECT_LT(std::abs(fit.percent_off()), is_small ? 3 : 1) << fit.what << ' ' << code(fit.place);
    }
}

TEST(Synthesis, incomes_add_up_to_the_published_sums_of_2012) {
    for (const auto& fit : quality(of_2012()))
        if (fit.what.ends_with("million dollars")) EXPECT_LT(std::abs(fit.percent_off()), 10) << fit.what;
}

TEST(Synthesis, families_are_about_as_many_as_the_census_counted) {
    for (const auto& fit : quality(of_2012())) {
        if (fit.what == "Couples") EXPECT_LT(std::abs(fit.percent_off()), 8);
        if (fit.what == "Children below 15") EXPECT_LT(std::abs(fit.percent_off()), 12);
    }
}

TEST(Composition, sources_of_a_class_have_the_published_sum_and_each_filer_the_own_income) {
    Random random{3};
    const auto filers = make_filers(Jurisdiction::ontario, 20'000, random);
    const auto& classes = Published::shipped().at(Jurisdiction::ontario).classes;
    for (std::size_t i = 3; i < classes.size(); ++i) {
        double count = 0, employment = 0;
        for (const auto& filer : filers) {
            if (filer.income_class != i) continue;
            const double sum = std::accumulate(filer.parts.begin(), filer.parts.begin() + kIncomeParts, 0.0);
            ASSERT_NEAR(sum, filer.total, 0.01 * filer.total + 1);
            count += 1;
            employment += filer[Part::employment];
        }
        const double published = classes[i].mean(Item::employment_income);
        EXPECT_NEAR(employment / count, published, 0.08 * published) << classes[i].from;
    }
}

TEST(Raking, meets_margins_that_do_not_contradict_each_other) {
    Random random{5};
    std::vector<Formed> families;
    for (int i = 0; i < 400; ++i) {
        Formed formed;
        formed.household.weight = 1;
        formed.household.head.age = static_cast<std::uint8_t>(20 + random.below(60));
        formed.household.head.sex = random.uniform() < 0.5 ? Sex::female : Sex::male;
        formed.head_class = static_cast<std::uint8_t>(random.below(2));
        families.push_back(formed);
    }
    Margins margins;
    for (auto& sex : margins.sex_and_age) sex.fill(100);
    margins.classes = {900, 300};
    rake(families, margins);
    double poor = 0, all = 0;
    for (const auto& each : families) {
        all += each.household.weight;
        if (each.head_class == 0) poor += each.household.weight;
    }
    EXPECT_NEAR(all, 1'200, 0.5);
    EXPECT_NEAR(poor, 900, 0.5);
}

TEST(Ageing, incomes_of_2019_are_above_those_of_2012_everywhere) {
    for (const auto place : provinces_and_territories()) {
        const auto growth = income_growth(place, 2019);
        for (const double income : {10'000.0, 40'000.0, 500'000.0}) {
            EXPECT_GT(growth.at(income), 1.05) << code(place);
            EXPECT_LT(growth.at(income), 1.45) << code(place);
        }
        EXPECT_EQ(income_growth(place, 2012).at(30'000), 1);
        EXPECT_GT(income_growth(place, 2026).level, growth.level);
    }
}

// Medical costs and disability earn the lowest bracket rate of each government.
TEST(CreditRates, of_amounts_are_the_lowest_rates_of_the_law) {
    for (const auto place : provinces_and_territories()) {
        const auto rules = *rules_of_year(shipped_law_book(), place, 2019);
        EXPECT_NEAR(credit_rates(place).amounts, rules.provincial.credits.rate, 1e-9) << code(place);
        EXPECT_NEAR(credit_rates(Jurisdiction::canada).amounts, rules.federal.credits.rate, 1e-9);
    }
}

}  // namespace
}  // namespace budget_fairness
