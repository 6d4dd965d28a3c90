// Known cases: the first from the literature of the Fairness Test, the others worked out by a second program (python3,
// by sorting and adding up trapezoids).
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "models/budget_fairness/measures/groups.h"
#include "models/budget_fairness/measures/inequality.h"
#include "models/budget_fairness/measures/progressivity.h"

namespace budget_fairness {
namespace {

const std::vector<double> kFive{10'000, 20'000, 50'000, 100'000, 150'000};

std::vector<Taxed> taxed(double (*tax)(double)) {
    std::vector<Taxed> row;
    for (const double income : kFive) row.push_back({income, tax(income), 1});
    return row;
}

std::vector<Weighted> whole_numbers(const std::vector<int>& values) {
    std::vector<Weighted> row;
    for (const int value : values) row.push_back({static_cast<double>(value), 1});
    return row;
}

std::vector<int> some_incomes() {
    return *rc::gen::nonEmpty(rc::gen::container<std::vector<int>>(rc::gen::inRange(1, 200'000)));
}

TEST(Gini, five_neighbours) {
    // 2 * (1*10 + 2*20 + 3*50 + 4*100 + 5*150) / (5 * 330) - 6/5
    EXPECT_NEAR(gini(std::vector<Weighted>{{10, 1}, {20, 1}, {50, 1}, {100, 1}, {150, 1}}), 0.4363636363636363, 1e-12);
}

TEST(Gini, everybody_the_same_is_0_and_one_has_all_is_nearly_1) {
    EXPECT_NEAR(gini(std::vector<Weighted>(7, {30'000, 2})), 0, 1e-12);
    EXPECT_NEAR(gini(std::vector<Weighted>{{0, 99}, {1'000'000, 1}}), 0.99, 1e-12);
    EXPECT_EQ(gini(std::vector<Weighted>{}), 0);
    EXPECT_EQ(gini(std::vector<Weighted>{{-5, 1}, {5, 1}}), 0);
}

RC_GTEST_PROP(Gini, lies_between_0_and_1_and_does_not_mind_the_currency, ()) {
    auto row = whole_numbers(some_incomes());
    const double before = gini(row);
    for (auto& each : row) each.value *= 1.37;
    RC_ASSERT(before > -1e-12 && before < 1);
    RC_ASSERT(std::abs(gini(row) - before) < 1e-9);
}

RC_GTEST_PROP(Gini, a_weight_of_two_is_two_people, ()) {
    const auto values = some_incomes();
    auto heavy = whole_numbers(values), twice = whole_numbers(values);
    heavy[0].weight = 2;
    twice.push_back(twice[0]);
    RC_ASSERT(std::abs(gini(heavy) - gini(twice)) < 1e-9);
}

RC_GTEST_PROP(ConcentrationIndex, of_the_values_in_their_own_order_is_the_gini_index, ()) {
    const auto row = whole_numbers(some_incomes());
    std::vector<Ordered> ordered;
    for (const auto& each : row) ordered.push_back({each.value, each.value, each.weight});
    RC_ASSERT(std::abs(concentration_index(ordered) - gini(row)) < 1e-9);
}

TEST(Progressivity, a_flat_tax_leaves_inequality_as_it_is) {
    const auto found = progressivity(taxed([](double income) { return 0.3 * income; }));
    EXPECT_NEAR(found.average_rate, 0.3, 1e-12);
    EXPECT_NEAR(found.reynolds_smolensky, 0, 1e-12);
    EXPECT_NEAR(found.redistributive_effect, 0, 1e-12);
    EXPECT_NEAR(found.kakwani, 0, 1e-12);
    EXPECT_NEAR(found.suits, 0, 1e-12);
}

TEST(Progressivity, a_poll_tax_has_minus_the_gini_index) {
    const auto found = progressivity(taxed([](double) { return 1'000.0; }));
    EXPECT_NEAR(found.suits, -found.gini_before, 1e-12);
    EXPECT_NEAR(found.kakwani, -found.gini_before, 1e-12);
    EXPECT_LT(found.redistributive_effect, 0);
}

TEST(Progressivity, an_allowance_makes_a_tax_progressive) {
    // python3: 30 % above 15,000
    const auto found = progressivity(taxed([](double income) { return 0.3 * std::max(0.0, income - 15'000); }));
    EXPECT_NEAR(found.average_rate, 0.236363636363, 1e-9);
    EXPECT_NEAR(found.gini_before, 0.436363636363, 1e-9);
    EXPECT_NEAR(found.concentration_tax, 0.538461538462, 1e-9);
    EXPECT_NEAR(found.kakwani, 0.102097902098, 1e-9);
    EXPECT_NEAR(found.suits, 0.107226107226, 1e-9);
    EXPECT_NEAR(found.reynolds_smolensky, 0.031601731602, 1e-9);
    EXPECT_NEAR(found.reranking, 0, 1e-12);
}

TEST(Progressivity, without_income_or_tax_nothing_is_divided_by_nothing) {
    EXPECT_EQ(progressivity(std::vector<Taxed>{}).kakwani, 0);
    EXPECT_EQ(progressivity(std::vector<Taxed>{{50'000, 0, 1}}).suits, 0);
}

RC_GTEST_PROP(Progressivity, its_parts_belong_together, ()) {
    std::vector<Taxed> row;
    for (const int income : some_incomes())
        row.push_back({static_cast<double>(income), income * *rc::gen::inRange(0, 90) / 100.0, 1});
    const auto found = progressivity(row);
    RC_ASSERT(found.reranking > -1e-9);
    RC_ASSERT(std::abs(found.redistributive_effect + found.reranking - found.reynolds_smolensky) < 1e-9);
    const double t = found.average_rate;
    RC_ASSERT(std::abs(found.reynolds_smolensky - found.kakwani * t / (1 - t)) < 1e-7);
    RC_ASSERT(found.suits > -1 - 1e-9 && found.suits < 1);
}

TEST(Poverty, counts_who_is_below_the_line_and_how_far) {
    const auto found = poverty(std::vector<Weighted>{{5, 1}, {10, 1}, {20, 2}}, 10);
    EXPECT_NEAR(found.headcount, 0.25, 1e-12);
    EXPECT_NEAR(found.gap, 0.125, 1e-12);
    EXPECT_EQ(poverty(std::vector<Weighted>{{5, 1}}, 0).headcount, 0);
}

TEST(Quantile, is_the_least_value_that_enough_of_the_weight_does_not_exceed) {
    const std::vector<Weighted> row{{30, 1}, {10, 1}, {20, 2}};
    EXPECT_EQ(quantile(row, 0.25), 10);
    EXPECT_EQ(quantile(row, 0.5), 20);
    EXPECT_EQ(quantile(row, 1), 30);
    EXPECT_EQ(quantile({}, 0.5), 0);
}

TEST(Places, who_has_the_same_stands_at_the_same_place) {
    const auto found = places(std::vector<Weighted>{{7, 1}, {3, 1}, {7, 1}, {9, 1}});
    EXPECT_EQ(found, (std::vector<float>{0.5F, 0.125F, 0.5F, 0.875F}));
    EXPECT_EQ(group_of(found[3], 10), 8);
    EXPECT_EQ(group_of(1.0F, 10), 9);
}

}  // namespace
}  // namespace budget_fairness
