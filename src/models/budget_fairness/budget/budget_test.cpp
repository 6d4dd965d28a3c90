#include "models/budget_fairness/budget/budget.h"

#include <gtest/gtest.h>

#include "models/budget_fairness/budget/service_effects.h"

namespace budget_fairness {
namespace {

const SpendingRecord& record() { return SpendingRecord::shipped(); }

// Expected values: the same published figures in a Python script of six lines.
TEST(SpendingRecord, ontarios_health_spending_per_person_grew_by_more_than_a_tenth) {
    const auto change = record().change(Jurisdiction::ontario, Service::health, {2008, 2023, Prices::government});
    ASSERT_TRUE(change);
    EXPECT_NEAR(change->before, 4926.53, 0.01);
    EXPECT_NEAR(change->after, 5497.78, 0.01);
    EXPECT_NEAR(change->percent(), 11.5955, 0.0001);
}

TEST(SpendingRecord, alberta_spends_an_eighth_less_on_each_persons_education) {
    const auto change = record().change(Jurisdiction::alberta, Service::education, {2008, 2023, Prices::government});
    ASSERT_TRUE(change);
    EXPECT_NEAR(change->percent(), -12.5533, 0.0001);
    EXPECT_NEAR(change->difference(), 3058.80 - 3497.90, 0.01);
}

TEST(SpendingRecord, the_reader_may_choose_another_year_and_other_prices) {
    const auto quebec = record().change(Jurisdiction::quebec, Service::health, {2015, 2023, Prices::consumer});
    ASSERT_TRUE(quebec);
    EXPECT_NEAR(quebec->percent(), 19.1986, 0.0001);
    const auto west = record().change(Jurisdiction::british_columbia, Service::education, {2010, 2020});
    ASSERT_TRUE(west);
    EXPECT_NEAR(west->percent(), -3.5385, 0.0001);
}

TEST(SpendingRecord, is_complete_for_ten_provinces_and_knows_nothing_of_the_others) {
    EXPECT_EQ(record().first_year(), 2008);
    EXPECT_EQ(record().last_year(), 2023);
    int covered = 0;
    for (const Jurisdiction place : provinces_and_territories()) {
        if (!record().covers(place)) continue;
        ++covered;
        for (int year = 2008; year <= 2023; ++year) {
            EXPECT_TRUE(record().gini(place, year)) << code(place) << year;
            for (const SpendingFunction& function : spending_functions())
                EXPECT_TRUE(record().real_per_person(place, function.service, year, {}))
                    << code(place) << year << function.slug;
        }
    }
    EXPECT_EQ(covered, 10);
    EXPECT_FALSE(record().covers(Jurisdiction::yukon));
    EXPECT_FALSE(record().covers(Jurisdiction::canada));
    EXPECT_FALSE(record().change(Jurisdiction::ontario, Service::health, {2001, 2023}));
}

TEST(SpendingRecord, names_are_read_back) {
    for (const SpendingFunction& function : spending_functions())
        EXPECT_EQ(service_of(function.slug), function.service);
    for (const Prices prices : {Prices::government, Prices::consumer}) EXPECT_EQ(prices_of(name_of(prices)), prices);
    for (const BudgetKind kind : {BudgetKind::record, BudgetKind::proposal, BudgetKind::example})
        EXPECT_EQ(budget_kind_of(name_of(kind)), kind);
    for (const Change change : {Change::set, Change::add, Change::scale}) EXPECT_EQ(change_of(name_of(change)), change);
}

Budget record_of(Jurisdiction province) {
    Budget budget;
    budget.kind = BudgetKind::record;
    budget.jurisdiction = province;
    budget.first_year = 2008;
    budget.year = 2023;
    return budget;
}

TEST(ServiceEffects, a_record_tells_each_service_and_the_gap_between_incomes) {
    const Figures figures = spending_figures(record_of(Jurisdiction::nova_scotia), record(), Prices::government);
    EXPECT_NEAR(*figures.find(FigureId::social_spending), -22.0173, 0.0001);
    EXPECT_NEAR(*figures.find(FigureId::inequality), 0.273 - 0.294, 1e-12);
    EXPECT_FALSE(figures.find(FigureId::tax_progressivity));
    EXPECT_FALSE(figures.find(FigureId::jobs));
    EXPECT_EQ(service_effects(record_of(Jurisdiction::nova_scotia), record(), Prices::government).size(), kServices);
    EXPECT_TRUE(service_effects(record_of(Jurisdiction::nunavut), record(), Prices::government).empty());
}

TEST(ServiceEffects, a_cut_of_a_billion_is_sixty_four_dollars_for_each_ontarian) {
    Budget budget;
    budget.measures = {{.title = {}, .source = "", .what = SpendingMeasure{Service::health, -600}},
                       {.title = {}, .source = "", .what = SpendingMeasure{Service::health, -400}}};
    EXPECT_DOUBLE_EQ(spending_change(budget, Service::health), -1000);
    const auto effects = service_effects(budget, record(), Prices::government);
    ASSERT_EQ(effects.front().service, Service::health);
    EXPECT_NEAR(effects.front().change.difference(), -1e9 / 15'623'207, 1e-6);
    EXPECT_NEAR(effects.front().change.percent(), -100.0 * 1000 / 85'893, 1e-9);
    EXPECT_DOUBLE_EQ(effects[1].change.percent(), 0);
    EXPECT_FALSE(spending_figures(budget, record(), Prices::government).find(FigureId::inequality));
}

TEST(Measures, set_add_and_scale) {
    EXPECT_DOUBLE_EQ(changed(0.05, Change::set, 0.06), 0.06);
    EXPECT_DOUBLE_EQ(changed(0.05, Change::add, 0.01), 0.06);
    EXPECT_DOUBLE_EQ(changed(0.05, Change::scale, 2), 0.10);
}

}  // namespace
}  // namespace budget_fairness
