// What a cut costs: stories, and the laws that every answer keeps.
#include "models/jobs_lost/estimate.h"

#include <cmath>
#include <limits>
#include <numeric>

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "models/jobs_lost/industry.h"
#include "models/jobs_lost/local_spread.h"
#include "models/jobs_lost/parameters.h"
#include "models/jobs_lost/shipped_data.h"

namespace jobs_lost {
namespace {

Estimate estimate(const Cut& cut) {
    const auto found = estimate_jobs_lost(cut, shipped_economies());
    if (!found) {
        ADD_FAILURE() << found.error().front().field << ": " << found.error().front().message.key();
        return {};
    }
    return *found;
}

std::vector<std::string> fields_of_problems(const Cut& cut) {
    std::vector<std::string> fields;
    if (const auto found = estimate_jobs_lost(cut, shipped_economies()); !found)
        for (const auto& problem : found.error()) fields.push_back(problem.field);
    return fields;
}

using Fields = std::vector<std::string>;

// Ontario's hospitals in dollars of 2022, the year of the table: 100 times 7.1, 2.6 and 2.1.
TEST(Cutting, AHundredMillionFromOntariosHospitals) {
    const auto found = estimate({.function = "hospitals", .amount = Dollars{100e6}, .year = 2022});
    EXPECT_NEAR(found.jobs_direct, 710, 5);
    EXPECT_NEAR(found.jobs_indirect, 260, 5);
    EXPECT_NEAR(found.jobs_induced, 210, 5);
    EXPECT_NEAR(found.jobs_total, 1180, 10);
    EXPECT_NEAR(found.jobs_public, 710, 10);
    EXPECT_NEAR(found.gdp.total() / 1e6, 110, 6) << "1.1 dollars of GDP a dollar";
}

// Index of government prices in Ontario: 113.3 in 2022 and 87.5 in 2009. The same dollars bought more then.
TEST(Cutting, InOlderDollarsCostsMoreJobs) {
    const auto now = estimate({.function = "schools", .amount = Dollars{1e6}, .year = 2022});
    const auto then = estimate({.function = "schools", .amount = Dollars{1e6}, .year = 2009});
    EXPECT_NEAR(then.jobs_total / now.jobs_total, 113.3 / 87.5, 1e-9);
}

// A position in government health costs 0.5263 / 7.07 million; Ontario's table says 0.5 / 7.1, rounded.
TEST(Cutting, PayrollCountsPositionsAndWhatTheyNoLongerSpend) {
    const auto found =
        estimate({.function = "hospitals", .kind = Kind::payroll, .amount = Dollars{100e6}, .year = 2022});
    const double pay = 100e6 / found.jobs_direct;
    EXPECT_GT(pay, 0.45e6 / 7.15);
    EXPECT_LT(pay, 0.55e6 / 7.05);
    EXPECT_EQ(found.jobs_indirect, 0.0) << "the hospital buys what it bought before";
    EXPECT_NEAR(found.labour_income.direct, 100e6, 1.0);
}

TEST(Cutting, PurchasesAndBuildingCostPrivateJobs) {
    for (const Kind kind : {Kind::purchases, Kind::capital}) {
        const auto found = estimate({.function = "hospitals", .kind = kind, .amount = Dollars{100e6}});
        EXPECT_GT(found.jobs_private, 0.95 * found.jobs_total);
        EXPECT_GT(found.jobs_direct, 100.0);
    }
}

TEST(Cutting, PaymentsToPeopleCostJobsWhereTheyShop) {
    const auto found = estimate({.function = "social_assistance", .amount = Dollars{100e6}});
    EXPECT_EQ(found.jobs_direct + found.jobs_indirect, 0.0);
    EXPECT_GT(found.jobs_induced, 200.0);
    EXPECT_EQ(*found.cut.kind, Kind::transfers) << "what is usual for it";
}

TEST(Cutting, HomeCareCostsJobsOfBusinessesAndOrganisations) {
    const auto found = estimate({.function = "home_care", .amount = Dollars{100e6}});
    EXPECT_GT(found.jobs_direct, 500.0);
    EXPECT_GT(found.jobs_private, found.jobs_public);
}

TEST(Cutting, FivePercentIsFivePercentOfWhatIsSpent) {
    const auto found = estimate({.function = "hospitals", .amount = ShareOfSpending{5.0}});
    const auto spent = shipped_economies().find(Jurisdiction::on)->spending_on("7073");
    EXPECT_NEAR(found.dollars, 0.05 * spent->value * 1e6, 1.0);
    EXPECT_EQ(*found.cut.year, spent->year) << "dollars of the year that the spending is of";
}

// Five percent of a service is as many jobs whatever the year, as long as the same service is meant.
TEST(Cutting, FivePercentInALaterYearIsOfTheSameServiceAtItsPrices) {
    const auto known = estimate({.function = "hospitals", .amount = ShareOfSpending{5.0}});
    const auto later = estimate({.function = "hospitals", .amount = ShareOfSpending{5.0}, .year = 2027});
    EXPECT_NEAR(later.jobs_total, known.jobs_total, 1e-6);
    EXPECT_GT(later.dollars, known.dollars);
}

TEST(Cutting, InStepsGrowsToTheWholeCut) {
    const auto found =
        estimate({.function = "all", .amount = Dollars{3e9}, .year = 2023, .years = 5, .phase_in_years = 3});
    ASSERT_EQ(found.by_year.size(), 5U);
    EXPECT_NEAR(found.by_year[0].dollars, 1e9, 1.0);
    EXPECT_NEAR(found.by_year[0].jobs.total(), found.jobs_total / 3.0, 1e-6);
    EXPECT_NEAR(found.by_year[2].jobs.total(), found.jobs_total, 1e-6);
    EXPECT_NEAR(found.by_year[4].range.high, found.range.high, 1e-6);
    EXPECT_EQ(found.by_year[4].year, 2027);
}

TEST(Cutting, AfterTheLastKnownPriceSaysSo) {
    const auto found = estimate({.function = "schools", .amount = Dollars{1e6}, .year = 2026});
    EXPECT_LT(found.jobs_total, estimate({.function = "schools", .amount = Dollars{1e6}, .year = 2023}).jobs_total);
    EXPECT_TRUE(std::ranges::any_of(found.working, [](const Step& step) {
        return std::string_view{step.sentence.key()}.starts_with("No prices are known after");
    }));
}

TEST(Cutting, SavesLessThanItSeems) {
    const auto plain = estimate({.function = "hospitals", .amount = Dollars{100e6}});
    EXPECT_FALSE(plain.lost_revenue);
    const auto counted =
        estimate({.function = "hospitals", .amount = Dollars{100e6}, .fiscal_feedback = FiscalFeedback::counted});
    EXPECT_NEAR(counted.lost_revenue->dollars, parameters::kTaxesOnPay.value * counted.labour_income.total(), 1e-3);
    EXPECT_GT(counted.lost_revenue->share_of_cut, 0.10);
    EXPECT_LT(counted.lost_revenue->share_of_cut, 0.25);
}

TEST(Cutting, KeepsOtherProvincesApart) {
    const auto found = estimate({.jurisdiction = Jurisdiction::ns, .function = "hospitals", .amount = Dollars{100e6}});
    double sum = 0.0;
    for (const auto& part : found.spill_over->by_jurisdiction) {
        EXPECT_NE(part.jurisdiction, Jurisdiction::ns);
        sum += part.jobs;
    }
    EXPECT_NEAR(sum, found.spill_over->jobs.total(), 1e-6);
    EXPECT_EQ(found.spill_over->by_jurisdiction.front().jurisdiction, Jurisdiction::on) << "the largest first";
}

TEST(Cutting, RaisesUnemployment) {
    const auto found = estimate({.function = "all", .amount = Dollars{5e9}});
    const Economy& ontario = *shipped_economies().find(Jurisdiction::on);
    const double labour_force = ontario.employees->value / (1.0 - ontario.unemployment->value / 100.0);
    EXPECT_NEAR(found.unemployment->percent_after - found.unemployment->percent_before,
                100.0 * found.jobs_total / labour_force, 1e-9);
}

TEST(Cutting, MoreThanIsSpentIsSaidBesideTheFigure) {
    const auto found = estimate({.jurisdiction = Jurisdiction::pe, .function = "prisons", .amount = Dollars{100e6}});
    EXPECT_EQ(found.caveats.size(), 2U) << "more than is spent, and estimated";
}

// Every placeholder of a sentence has its value and every value its placeholder.
TEST(Working, NamesEveryNumberItShows) {
    for (const auto& function : government_functions())
        for (const Kind kind : kKinds) {
            const auto found = estimate({.function = std::string{function.slug},
                                         .kind = kind,
                                         .amount = Dollars{1e6},
                                         .year = 2026,
                                         .fiscal_feedback = FiscalFeedback::counted});
            for (const Step& step : found.working) {
                const std::string_view sentence = step.sentence.key();
                for (const auto& value : step.values)
                    EXPECT_NE(sentence.find("{" + std::string{value.name} + "}"), std::string_view::npos) << sentence;
                const auto braces = std::ranges::count(sentence, '{');
                EXPECT_GE(static_cast<std::size_t>(braces), step.values.size()) << sentence;
            }
        }
}

// --- Questions that make no sense.

TEST(Asking, AboutAPlaceWithoutDataIsToldSo) {
    EXPECT_EQ(fields_of_problems({.jurisdiction = Jurisdiction::yt, .function = "schools", .amount = Dollars{1}}),
              Fields{"jurisdiction"});
    EXPECT_EQ(fields_of_problems({.jurisdiction = Jurisdiction::ca, .function = "schools", .amount = Dollars{1}}),
              Fields{"jurisdiction"});
}

TEST(Asking, NonsenseIsToldAllAtOnce) {
    EXPECT_EQ(fields_of_problems({.function = "dragons", .amount = Dollars{-1}, .years = 0, .phase_in_years = 99}),
              (Fields{"function", "years", "phase_in_years"}));
    EXPECT_EQ(fields_of_problems({.function = "schools", .amount = Dollars{-1}, .year = 1800}),
              (Fields{"year", "amount"}));
}

TEST(Asking, AnAmountIsFiniteAboveNothingAndNotAbsurd) {
    for (const double amount :
         {0.0, -5.0, 1e13, 1e300, std::numeric_limits<double>::infinity(), std::numeric_limits<double>::quiet_NaN()})
        EXPECT_EQ(fields_of_problems({.function = "schools", .amount = Dollars{amount}}), Fields{"amount"}) << amount;
    for (const double percent : {0.0, -1.0, 100.5, std::numeric_limits<double>::quiet_NaN()})
        EXPECT_EQ(fields_of_problems({.function = "schools", .amount = ShareOfSpending{percent}}), Fields{"amount"});
    EXPECT_EQ(fields_of_problems({.function = "capital_projects", .amount = ShareOfSpending{5}}), Fields{"amount"})
        << "what is spent on building is not known apart";
}

// --- Laws, over every province, function and kind.

Cut some_cut() {
    const auto economies = shipped_economies().all();
    const auto functions = government_functions();
    Cut cut;
    cut.jurisdiction = economies[*rc::gen::inRange<std::size_t>(0, economies.size())].jurisdiction;
    cut.function = functions[*rc::gen::inRange<std::size_t>(0, functions.size())].slug;
    cut.kind = kKinds[*rc::gen::inRange<std::size_t>(0, std::size(kKinds))];
    cut.year = *rc::gen::inRange(2009, 2031);
    cut.phase_in_years = *rc::gen::inRange(1, 11);
    cut.amount = Dollars{1e3 * *rc::gen::inRange(1, 1'000'000)};
    return cut;
}

Estimate sound(const Cut& cut) {
    const auto found = estimate_jobs_lost(cut, shipped_economies());
    RC_ASSERT(static_cast<bool>(found));
    return *found;
}

void near(double left, double right) { RC_ASSERT(std::abs(left - right) <= 1e-9 * (1.0 + std::abs(left))); }

RC_GTEST_PROP(EstimateLaws, ThePartsAreTheWhole, ()) {
    const auto found = sound(some_cut());
    near(found.jobs_direct + found.jobs_indirect + found.jobs_induced, found.jobs_total);
    near(found.jobs_public + found.jobs_private, found.jobs_total);
    double by_industry = 0.0;
    for (const auto& industry : found.by_industry) {
        RC_ASSERT((industry.jobs.direct >= 0.0 && industry.jobs.indirect >= 0.0 && industry.jobs.induced >= 0.0));
        by_industry += industry.jobs.total();
    }
    near(by_industry, found.jobs_total);
    RC_ASSERT((0.0 <= found.range.low && found.range.low <= found.jobs_total && found.jobs_total <= found.range.high));
    RC_ASSERT(found.jobs_total > 0.0);
}

RC_GTEST_PROP(EstimateLaws, ThreeTimesTheCutIsThreeTimesTheLoss, ()) {
    Cut cut = some_cut();
    const auto once = sound(cut);
    std::get<Dollars>(cut.amount).amount *= 3.0;
    const auto thrice = sound(cut);
    near(thrice.jobs_total, 3.0 * once.jobs_total);
    near(thrice.range.low, 3.0 * once.range.low);
    near(thrice.gdp.total(), 3.0 * once.gdp.total());
    near(thrice.spill_over->jobs.total(), 3.0 * once.spill_over->jobs.total());
}

RC_GTEST_PROP(EstimateLaws, ALittleCostsAlmostNothing, ()) {
    Cut cut = some_cut();
    cut.amount = Dollars{1e-9};
    RC_ASSERT(sound(cut).jobs_total < 1e-12);
}

RC_GTEST_PROP(EstimateLaws, ALossIsWithinReason, ()) {
    const Cut cut = some_cut();
    const auto found = sound(cut);
    const double per_million = found.jobs_total / (found.dollars / 1e6);
    RC_ASSERT((per_million > 0.3 && per_million < 40.0));
    RC_ASSERT(found.gdp.total() < 2.0 * found.dollars);
    RC_ASSERT(found.labour_income.total() <= found.gdp.total() * 1.05);
}

// --- Towns.

TEST(Towns, BearTheirShareOfPublicJobs) {
    const auto found = estimate({.function = "hospitals", .amount = Dollars{100e6}});
    const auto towns =
        local_spread(found, {{"Val-Clair", 3000, 20000, 1200}, {"Port-Neuf", 1000, {}, {}}, {"Elsewhere", 0, {}, {}}});
    ASSERT_EQ(towns.size(), 3U);
    EXPECT_NEAR(towns[0].jobs_public + towns[0].jobs_private, 0.75 * found.jobs_total, 1e-6);
    EXPECT_NEAR(*towns[0].unemployment_before, 6.0, 1e-9);
    EXPECT_NEAR(*towns[0].unemployment_after, 100.0 * (1200 + 0.75 * found.jobs_total) / 20000, 1e-9);
    EXPECT_FALSE(towns[1].unemployment_after);
    EXPECT_EQ(towns[2].jobs_public, 0.0);
    EXPECT_TRUE(local_spread(found, {}).empty());
}

}  // namespace
}  // namespace jobs_lost
