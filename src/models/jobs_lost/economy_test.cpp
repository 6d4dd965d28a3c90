// The model of each province, from shipped figures and from imported ones.
#include "models/jobs_lost/economy.h"

#include <gtest/gtest.h>

#include "models/jobs_lost/bridge.h"
#include "models/jobs_lost/estimate.h"
#include "models/jobs_lost/industry.h"
#include "models/jobs_lost/shipped_data.h"
#include "models/jobs_lost/validation.h"

namespace jobs_lost {
namespace {

constexpr Jurisdiction kProvinces[] = {Jurisdiction::nl, Jurisdiction::pe, Jurisdiction::ns, Jurisdiction::nb,
                                       Jurisdiction::qc, Jurisdiction::on, Jurisdiction::mb, Jurisdiction::sk,
                                       Jurisdiction::ab, Jurisdiction::bc};

TEST(Economies, AnswerForTheTenProvincesAndForNobodyElse) {
    EXPECT_EQ(shipped_economies().all().size(), 10U);
    for (const Jurisdiction province : kProvinces) EXPECT_NE(shipped_economies().find(province), nullptr);
    for (const Jurisdiction other : {Jurisdiction::yt, Jurisdiction::nt, Jurisdiction::nu, Jurisdiction::ca})
        EXPECT_EQ(shipped_economies().find(other), nullptr) << "no data is no data";
}

TEST(Economies, SayWhichAreEstimated) {
    for (const Economy& economy : shipped_economies().all())
        EXPECT_EQ(economy.origin == Origin::published, economy.jurisdiction == Jurisdiction::on);
}

// Table 36-10-0113, Ontario 2022, government health services: 7.1, 2.6 and 2.1 jobs per million dollars.
TEST(Economies, KeepTheOfficialMultipliersOfOntario) {
    const auto* health = shipped_economies().find(Jurisdiction::on)->industry("GS620");
    ASSERT_NE(health, nullptr);
    EXPECT_NEAR(health->jobs.direct, 7.1, 0.05);
    EXPECT_NEAR(health->jobs.indirect, 2.6, 0.05);
    EXPECT_NEAR(health->jobs.induced, 2.1, 0.05);
    EXPECT_DOUBLE_EQ(health->output.direct, 1.0);
}

TEST(Economies, MakeSense) {
    for (const Economy& economy : shipped_economies().all()) {
        EXPECT_EQ(economy.industries.size(), industries().size());
        for (const auto& industry : economy.industries) {
            for (const Effect& effect : {industry.jobs, industry.gdp, industry.labour_income}) {
                EXPECT_GE(effect.indirect, 0.0) << industry.code;
                EXPECT_GE(effect.induced, 0.0) << industry.code;
            }
            EXPECT_LT(industry.labour_income.direct, 1.0) << industry.code;
            EXPECT_LE(industry.labour_income.total(), industry.output.total()) << industry.code;
        }
        EXPECT_GT(economy.spending_of_pay.jobs, 1.0);
        EXPECT_LT(economy.spending_of_pay.jobs, 5.0);
    }
}

double sum_of(const Shares& shares) {
    double sum = 0.0;
    for (const auto& share : shares) sum += share.share;
    return sum;
}

TEST(Economies, SpreadEveryJobOverIndustriesThatThereAre) {
    for (const Economy& economy : shipped_economies().all()) {
        EXPECT_NEAR(sum_of(economy.shops), 1.0, 1e-9);
        for (const auto& [industry, shares] : economy.suppliers) EXPECT_NEAR(sum_of(shares), 1.0, 1e-9) << industry;
        for (const auto& [industry, shares] : economy.purchases) EXPECT_LT(sum_of(shares), 1.0) << "some is imported";
        for (const auto& [code, share] : economy.shops) EXPECT_NE(economy.industry(code), nullptr) << code;
    }
}

// A small province keeps less of what is spent in it, and more of it is lost elsewhere.
TEST(Economies, LeakMoreWhereTheyAreSmall) {
    const Economy& large = *shipped_economies().find(Jurisdiction::qc);
    const Economy& small = *shipped_economies().find(Jurisdiction::pe);
    EXPECT_GT(large.industry("GS620")->jobs.total(), small.industry("GS620")->jobs.total());
    EXPECT_LT(large.elsewhere.of_industry.at("GS620").total(), small.elsewhere.of_industry.at("GS620").total());
}

// Table 10-10-0005: Ontario's hospitals 51,063 and outpatient care 12,953 million dollars in 2022; newer rows may
// follow.
TEST(Economies, KnowWhatIsSpent) {
    const Economy& ontario = *shipped_economies().find(Jurisdiction::on);
    const auto& hospitals = ontario.spending.at("7073");
    const auto found = std::ranges::find(hospitals, 2022, &YearValue::year);
    ASSERT_NE(found, hospitals.end());
    EXPECT_EQ(found->value, 51063.0);
    EXPECT_EQ(ontario.spending_on("7101 7103")->value, ontario.spending_on("7103")->value) << "one row of two codes";
    EXPECT_EQ(ontario.spending_on("7072 7073")->value,
              ontario.spending_on("7072")->value + ontario.spending_on("7073")->value);
    EXPECT_FALSE(ontario.spending_on("7999"));
    EXPECT_FALSE(ontario.spending_on(""));
}

// --- Imports.

MultiplierObservation row(Jurisdiction place, Variable variable, const Effect& effect) {
    return {place,
            2023,
            Coverage::within_province,
            variable,
            "GS620",
            "Government health services",
            3,
            effect.direct,
            effect.indirect,
            effect.induced,
            effect.simple(),
            effect.total(),
            {},
            {}};
}

Observations with_nova_scotia() {
    Observations all = shipped_observations();
    all.multipliers.push_back(row(Jurisdiction::ns, Variable::jobs, {8.0, 1.5, 1.25}));
    all.multipliers.push_back(row(Jurisdiction::ns, Variable::labour_income, {0.6, 0.1, 0.1}));
    return all;
}

TEST(Imports, TakeThePlaceOfAnEstimate) {
    const auto economies = Economies::built_from(with_nova_scotia());
    const Economy& imported = *economies.find(Jurisdiction::ns);
    EXPECT_EQ(imported.origin, Origin::published);
    EXPECT_EQ(imported.base_year, 2023);
    EXPECT_NEAR(imported.industry("GS620")->jobs.total(), 10.75, 1e-3);
    EXPECT_LT(imported.relative_error, economies.find(Jurisdiction::nb)->relative_error);
    EXPECT_EQ(economies.find(Jurisdiction::nb)->industry("GS620")->jobs.total(),
              shipped_economies().find(Jurisdiction::nb)->industry("GS620")->jobs.total());
}

TEST(Imports, BringATerritoryIn) {
    Observations all = shipped_observations();
    all.multipliers.push_back(row(Jurisdiction::yt, Variable::jobs, {8.0, 1.5, 1.25}));
    all.multipliers.push_back(row(Jurisdiction::yt, Variable::labour_income, {0.6, 0.1, 0.1}));
    EXPECT_NE(Economies::built_from(all).find(Jurisdiction::yt), nullptr);
}

TEST(Imports, TellWhatIsLostElsewhereByTheirOwnFigures) {
    Observations all = with_nova_scotia();
    auto everywhere = row(Jurisdiction::ns, Variable::jobs, {8.0, 2.5, 2.0});
    everywhere.coverage = Coverage::all_provinces;
    auto pay = row(Jurisdiction::ns, Variable::labour_income, {0.6, 0.15, 0.15});
    pay.coverage = Coverage::all_provinces;
    all.multipliers.push_back(everywhere);
    all.multipliers.push_back(pay);
    const auto economies = Economies::built_from(all);
    const auto& elsewhere = economies.find(Jurisdiction::ns)->elsewhere;
    EXPECT_EQ(elsewhere.origin, Origin::published);
    EXPECT_NEAR(elsewhere.of_industry.at("GS620").indirect, 1.0, 2e-3);
    EXPECT_NEAR(elsewhere.of_industry.at("GS620").induced, 0.75, 2e-3);
}

TEST(Imports, AtDetailLevelAnswerForTheSummaryLevelByTheirMeans) {
    Observations all = shipped_observations();
    for (const auto& [code, jobs] : {std::pair{"GS622000", 6.0}, std::pair{"GS623000", 10.0}}) {
        auto detail = row(Jurisdiction::ns, Variable::jobs, {jobs, 1.5, 1.25});
        detail.industry = code;
        all.multipliers.push_back(detail);
        detail = row(Jurisdiction::ns, Variable::labour_income, {0.6, 0.1, 0.1});
        detail.industry = code;
        all.multipliers.push_back(detail);
    }
    const auto economies = Economies::built_from(all);
    EXPECT_NEAR(economies.find(Jurisdiction::ns)->industry("GS620")->jobs.direct, 8.0, 1e-3);
    EXPECT_NEAR(economies.find(Jurisdiction::ns)->industry("GS622000")->jobs.direct, 6.0, 1e-3);
}

// Child care is social assistance, not the mean of it and of doctors' offices, where a table tells them apart.
TEST(Imports, AtDetailLevelCountChildCareByWhoDoesIt) {
    Observations all = shipped_observations();
    for (const auto& [code, jobs] :
         {std::pair{"BS621100", 6.0}, {"BS624000", 20.0}, {"NP624000", 24.0}, {"NP813000", 8.0}}) {
        for (const auto& [variable, direct] : {std::pair{Variable::jobs, jobs}, {Variable::labour_income, 0.6}}) {
            auto detail = row(Jurisdiction::ns, variable, {direct, 0.2, 0.1});
            detail.industry = code;
            all.multipliers.push_back(detail);
        }
    }
    const auto economies = Economies::built_from(all);
    const auto per_million = [&](const std::string& function) {
        return estimate_jobs_lost({.jurisdiction = Jurisdiction::ns,
                                   .function = function,
                                   .amount = Dollars{1e6},
                                   .year = economies.find(Jurisdiction::ns)->base_year},
                                  economies);
    };
    const auto care = per_million("child_care");
    ASSERT_TRUE(care);
    EXPECT_NEAR(care->jobs_direct, 0.5 * 20 + 0.5 * 24, 1e-2);
    EXPECT_EQ(care->by_industry.front().label, "Social assistance by non-profit institutions");
    EXPECT_LT(care->by_industry.front().jobs.indirect, 0.05) << "suppliers are elsewhere";
    EXPECT_NEAR(per_million("home_care")->jobs_direct, 0.5 * 13 + 0.5 * 16, 1e-2) << "as before";
    const Economy& economy = *economies.find(Jurisdiction::ns);
    EXPECT_EQ(sum_of(economy.purchases.at("BS624")), sum_of(economy.purchases.at("BS620"))) << "and they buy alike";
    EXPECT_TRUE(care->spill_over->jobs.total() > 0);
}

TEST(Economies, AreNoneWithoutFigures) { EXPECT_TRUE(Economies::built_from({}).all().empty()); }

// --- The bridge.

TEST(Bridge, GivesEveryDollarSomewhere) {
    for (const Economy& economy : shipped_economies().all())
        for (const auto& function : government_functions()) {
            const SpendingMix mix = mix_of(function, economy);
            EXPECT_NEAR(sum_of(mix.services) + mix.cash + mix.interest, 1.0, 1e-9) << function.slug;
            EXPECT_NEAR(sum_of(mix.staff), 1.0, 1e-9) << function.slug;
            EXPECT_NEAR(sum_of(mix.construction), 1.0, 1e-9) << function.slug;
        }
}

TEST(Bridge, LeadsWhereTheClassificationSays) {
    const Economy& ontario = *shipped_economies().find(Jurisdiction::on);
    const auto only = [&](std::string_view slug) {
        return mix_of(*function_of(slug), ontario).services.front().industry;
    };
    EXPECT_EQ(only("hospitals"), "GS620");
    EXPECT_EQ(only("schools"), "GS610");
    EXPECT_EQ(only("child_care"), "BS620");
    EXPECT_EQ(mix_of(*function_of("social_assistance"), ontario).cash, 1.0);
    EXPECT_EQ(mix_of(*function_of("debt_interest"), ontario).interest, 1.0);
}

TEST(Bridge, TakesTheFederalServicesForOttawa) {
    Economy ottawa;
    ottawa.jurisdiction = Jurisdiction::ca;
    const auto services = mix_of(*function_of("general_administration"), ottawa).services;
    ASSERT_EQ(services.size(), 1U);
    EXPECT_EQ(services.front().industry, "GS911");
    EXPECT_NEAR(services.front().share, 1.0, 1e-12);
}

TEST(Imports, BringTheFederalGovernmentIn) {
    Observations all = shipped_observations();
    for (const Variable variable : {Variable::jobs, Variable::labour_income}) {
        auto federal = row(Jurisdiction::ca, variable, {variable == Variable::jobs ? 4.0 : 0.5, 0.2, 0.2});
        federal.industry = "GS911000";
        federal.coverage = Coverage::all_provinces;
        all.multipliers.push_back(federal);
    }
    const auto economies = Economies::built_from(all);
    const auto found = estimate_jobs_lost(
        {.jurisdiction = Jurisdiction::ca, .function = "general_administration", .amount = Dollars{1e9}}, economies);
    ASSERT_TRUE(found);
    EXPECT_NEAR(found->jobs_direct, 4000.0, 1.0);
    EXPECT_EQ(*found->cut.year, 2023) << "the only year whose prices are known: that of the table";
    EXPECT_NEAR(found->spill_over->jobs.total(), 0.0, 1e-9) << "all provinces are within";
}

TEST(Bridge, KnowsEveryRowOfTheSpendingTable) {
    for (const auto& [code, values] : shipped_economies().find(Jurisdiction::on)->spending) {
        if (code.size() == 3) continue;  // a sum of rows
        EXPECT_TRUE(std::ranges::any_of(bridge_rows(), [&](const auto& row) { return row.ccofog == code; })) << code;
    }
}

}  // namespace
}  // namespace jobs_lost
