// The simulation against the plain calculation, and what must hold of every answer.
#include <cmath>
#include <thread>

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "models/budget_fairness/engine/alignment.h"
#include "models/budget_fairness/engine/laboratory.h"
#include "models/budget_fairness/engine/passes.h"
#include "models/budget_fairness/engine/services.h"
#include "models/budget_fairness/engine/simulation.h"

namespace budget_fairness {
namespace {

RulesByPlace rules_of(int year) {
    auto rules = rules_by_place(shipped_law_book(), year);
    EXPECT_TRUE(rules);
    return *std::move(rules);
}

std::shared_ptr<const Population> some_people() {
    static const auto people =
        std::make_shared<const Population>(population_under(rules_of(2024), {.year = 2024, .adults = 20'000}));
    return people;
}

const Simulation& simulation() {
    static const Simulation made{some_people(), rules_of(2024), Threads{2}};
    return made;
}

RulesByPlace with_first_rate(double more) {
    auto rules = rules_of(2024);
    for (const auto place : provinces_and_territories()) rules.at(place).federal.brackets.rate[0] += more;
    return rules;
}

// A family whose every number is drawn at random; sums often stand at the edges of brackets.
Household some_household() {
    const auto adult = [] {
        Household::Adult person{.age = *rc::gen::inRange<std::uint8_t>(15, 100),
                                .sex = *rc::gen::element(Sex::female, Sex::male)};
        for (const auto amount : {Amount::employment, Amount::pension, Amount::other, Amount::deductions})
            person[amount] = static_cast<float>(
                *rc::gen::oneOf(rc::gen::just(0), rc::gen::inRange(0, 60'000), rc::gen::inRange(0, 400'000)));
        person.residence_years = *rc::gen::inRange<std::uint8_t>(0, 41);
        return person;
    };
    Household household{.jurisdiction = *rc::gen::elementOf(provinces_and_territories()), .weight = 1};
    household.head = adult();
    household.has_spouse = *rc::gen::arbitrary<bool>();
    if (household.has_spouse) household.spouse = adult();
    household.children = *rc::gen::inRange<std::uint8_t>(0, kMostChildren + 1);
    for (std::size_t i = 0; i < household.children; ++i)
        household.child_ages[i] = *rc::gen::inRange<std::uint8_t>(0, 25);
    return household;
}

double sum(const std::array<double, kBenefits>& benefits) {
    double all = 0;
    for (const double each : benefits) all += each;
    return all;
}

void expect_adult(const PersonAssessment& plain, const AdultColumns& columns) {
    constexpr double kCent = 0.005;
    RC_ASSERT(std::abs(plain.total_income - columns.total_income[0]) < kCent);
    RC_ASSERT(std::abs(plain.federal.tax - columns.federal_tax[0]) < kCent);
    RC_ASSERT(std::abs(plain.provincial.tax - columns.provincial_tax[0]) < kCent);
    RC_ASSERT(std::abs(plain.contributions.total() - columns.contributions[0]) < kCent);
    RC_ASSERT(std::abs(plain.old_age_recovery - columns.old_age_recovery[0]) < kCent);
    RC_ASSERT(std::abs(plain.old_age_security + plain.supplement - plain.old_age_recovery -
                       columns.old_age_security[0]) < kCent);
}

RC_GTEST_PROP(Kernel, says_what_the_plain_calculation_says_to_the_cent, ()) {
    static const std::array kRules{rules_of(2019), rules_of(2022), rules_of(2023),
                                   rules_of(2024), rules_of(2025), rules_of(2026)};
    const auto household = some_household();
    const auto& rules = kRules[*rc::gen::inRange<std::size_t>(0, kRules.size())].at(household.jurisdiction);
    const auto population = population_of({household}, {2024, "one family"});
    const auto columns = std::make_unique<RunColumns>();
    Kernel{rules}.assess({&population, &population.blocks[0], 0, kFamiliesPerStep}, *columns);
    const auto plain = assess(population.family(population.blocks[0], 0), rules);
    expect_adult(plain.head, columns->head);
    if (plain.spouse) expect_adult(*plain.spouse, columns->spouse);
    RC_ASSERT(std::abs(sum(plain.benefits) - columns->benefits[0]) < 0.005);
    RC_ASSERT(std::abs(plain.disposable_income - columns->disposable[0]) < 0.005);
}

TEST(Kernel, claimed_credits_lower_a_tax_by_their_amount_and_never_below_nothing) {
    Household household{.jurisdiction = Jurisdiction::alberta, .weight = 1};
    household.head[Amount::employment] = 60'000;
    const auto rules = rules_of(2024).at(Jurisdiction::alberta);
    const auto federal_tax = [&](float claimed) {
        household.head[Amount::federal_credits] = claimed;
        const auto population = population_of({household}, {2024, "one family"});
        const auto columns = std::make_unique<RunColumns>();
        Kernel{rules}.assess({&population, &population.blocks[0], 0, kFamiliesPerStep}, *columns);
        return columns->head.federal_tax[0];
    };
    EXPECT_NEAR(federal_tax(0) - federal_tax(1'000), 1'000, 1e-9);
    EXPECT_EQ(federal_tax(1'000'000), 0);
}

TEST(Kernel, agrees_on_the_families_of_the_population) {
    const auto& people = *some_people();
    const auto rules = rules_of(2024);
    auto unclaimed = people;
    for (auto* adults : {&unclaimed.heads, &unclaimed.spouses})
        for (const auto claims : {Amount::federal_credits, Amount::provincial_credits})
            std::ranges::fill((*adults)[claims], 0.0F);
    const Kernels kernels{unclaimed, rules};
    const auto columns = std::make_unique<RunColumns>();
    double worst = 0;
    for_each_run(unclaimed, Threads{1}, [&](std::size_t, const budget_fairness::Run& run) {
        kernels.at(run.block->jurisdiction).assess(run, *columns);
        for (std::size_t i = 0; i < run.count; i += 23) {
            const auto plain = assess(unclaimed.family(*run.block, run.begin + i), rules.at(run.block->jurisdiction));
            worst = std::max(worst, std::abs(plain.disposable_income - columns->disposable[i]));
        }
    });
    EXPECT_LT(worst, 0.005);
}

TEST(Simulation, no_reform_changes_nothing) {
    const auto result = simulation().compare(simulation().baseline(), Threads{1});
    EXPECT_EQ(result.revenue_gained(), 0);
    for (const auto& groups : result.groups)
        for (const auto& group : groups) {
            EXPECT_EQ(group.winners + group.losers, 0);
            EXPECT_EQ(group.baseline.disposable, group.reform.disposable);
        }
    EXPECT_EQ(result.baseline.taxes.kakwani, result.reform.taxes.kakwani);
}

TEST(Simulation, groups_add_up_to_everyone) {
    const auto result = simulation().compare(with_first_rate(0.02), Threads{2});
    for (const auto grouping :
         {Grouping::decile, Grouping::vigintile, Grouping::top_percent, Grouping::family_type, Grouping::province}) {
        double persons = 0, taxes = 0;
        for (const auto& group : result.by(grouping)) {
            persons += group.persons;
            taxes += group.reform.taxes();
        }
        EXPECT_NEAR(persons / result.everyone().persons, 1, 1e-9);
        EXPECT_NEAR(taxes / result.everyone().reform.taxes(), 1, 1e-9);
    }
    double by_sex = 0, by_age = 0;
    for (const auto& group : result.by(Grouping::sex)) by_sex += group.reform.disposable;
    for (const auto& group : result.by(Grouping::age)) by_age += group.reform.disposable;
    EXPECT_NEAR(by_sex / result.everyone().reform.disposable, 1, 1e-9);
    EXPECT_NEAR(by_age / by_sex, 1, 1e-9);
    for (const auto& group : result.by(Grouping::decile))
        EXPECT_NEAR(group.persons / result.everyone().persons, 0.1, 0.003);
}

TEST(Simulation, a_higher_rate_costs_everyone_who_pays_tax) {
    const auto result = simulation().compare(with_first_rate(0.02), Threads{2});
    EXPECT_GT(result.revenue_gained(), 5e9);
    EXPECT_EQ(result.everyone().winners, 0);
    EXPECT_GT(result.everyone().losers / result.everyone().persons, 0.5);
    EXPECT_NEAR(result.everyone().baseline.disposable - result.everyone().reform.disposable, result.revenue_gained(),
                1e3);
}

TEST(Simulation, neither_threads_nor_the_way_of_asking_change_a_digit) {
    const auto reform = with_first_rate(-0.01);
    const auto one = simulation().compare(reform, Threads{1}), three = simulation().compare(reform, Threads{3});
    const auto both = simulation().compare_both(reform, Threads{2});
    for (std::size_t i = 0; i < kGroupings; ++i)
        for (std::size_t group = 0; group < one.groups[i].size(); ++group) {
            EXPECT_EQ(one.groups[i][group].reform.disposable, three.groups[i][group].reform.disposable);
            EXPECT_EQ(one.groups[i][group].winners, both.groups[i][group].winners);
            EXPECT_EQ(one.groups[i][group].baseline.federal_tax, both.groups[i][group].baseline.federal_tax);
        }
    EXPECT_EQ(one.reform.taxes.gini_after, three.reform.taxes.gini_after);
}

TEST(Simulation, inequality_is_that_of_the_families_one_by_one) {
    const auto& people = *some_people();
    std::vector<Weighted> row;
    std::vector<Taxed> taxed;
    for (const auto& block : people.blocks)
        for (auto i = block.begin; i < block.end; ++i) {
            const double size = (block.has_spouse ? 2 : 1) + block.children, root = std::sqrt(size);
            row.push_back({std::max(0.0, simulation().families().disposable[i] / root), people.weights[i] * size});
            taxed.push_back({simulation().families().income[i] / root, simulation().families().taxes[i] / root,
                             people.weights[i] * size});
        }
    const auto result = simulation().compare(simulation().baseline(), Threads{1});
    EXPECT_NEAR(result.baseline.taxes.gini_after, gini(row), 2e-4);
    EXPECT_NEAR(result.baseline.median, quantile(row, 0.5), 0.004 * result.baseline.median);
    const auto exact = progressivity(taxed);
    EXPECT_NEAR(result.baseline.taxes.kakwani, exact.kakwani, 2e-4);
    EXPECT_NEAR(result.baseline.taxes.suits, exact.suits, 5e-4);
    EXPECT_NEAR(result.baseline.poverty.headcount, poverty(row, result.baseline.low_income_line).headcount, 2e-3);
}

TEST(EffectiveRates, are_close_to_the_published_ones_of_2016) {
    const auto rules = rules_of(2019);
    const auto rates =
        effective_rates(population_under(rules, {.year = 2019, .adults = 60'000}), rules, Jurisdiction::canada);
    // Statistics Canada, The Daily, 25 October 2018, table 3: percent of total income, groups of five percent, top 1 %.
    constexpr std::array kPublished{0.2,  1.4,  1.9,  2.2,  2.9,  3.0,  4.6,  6.9,  9.2,  11.1, 12.6,
                                    14.4, 15.7, 17.4, 18.9, 20.0, 21.0, 21.9, 23.1, 27.1, 31.3};
    ASSERT_EQ(rates.size(), kPublished.size());
    for (std::size_t i = 0; i < rates.size(); ++i)
        EXPECT_NEAR(100 * rates[i].all, kPublished[i], 1.6) << rates[i].percent.from;
    EXPECT_EQ(rates.back().percent, (PercentRange{99, 100}));
}

TEST(Fingerprints, tell_every_number_and_nothing_else) {
    const auto rules = rules_of(2024);
    auto other = rules;
    other.at(Jurisdiction::ontario).gaps.clear();
    EXPECT_EQ(fingerprint(rules), fingerprint(other));
    other.at(Jurisdiction::yukon).benefit(BenefitId::gst_credit).second.rate[4] += 1e-9;
    EXPECT_NE(fingerprint(rules), fingerprint(other));
}

TEST(Laboratory, equal_questions_share_one_answer_and_a_sample_says_that_it_is_one) {
    const auto full = std::make_shared<const Simulation>(some_people(), rules_of(2024), Threads{1});
    const auto few =
        std::make_shared<const Population>(population_under(rules_of(2024), {.year = 2024, .adults = 2'000}));
    const auto sample = std::make_shared<const Simulation>(few, rules_of(2024), Threads{1});
    Laboratory laboratory{full, sample, {.threads = Threads{1}, .calculations = 1, .remembered = 2}};
    const auto reform = with_first_rate(0.01);
    EXPECT_TRUE(laboratory.quick(reform)->is_sample);
    EXPECT_FALSE(laboratory.known(reform));
    std::array<Answer, 4> answers;
    {
        std::vector<std::jthread> visitors;
        for (auto& answer : answers) visitors.emplace_back([&] { answer = laboratory.full(reform); });
    }
    for (const auto& answer : answers) EXPECT_EQ(answer, answers[0]);
    EXPECT_EQ(laboratory.quick(reform), answers[0]);
    laboratory.full(with_first_rate(0.02));
    laboratory.full(with_first_rate(0.03));
    EXPECT_FALSE(laboratory.known(reform)) << "the oldest of three was forgotten";
}

TEST(Services, what_is_handed_out_is_what_was_spent) {
    const std::array amounts{ServiceAmount{Jurisdiction::ontario, Service::health, -1e9},
                             ServiceAmount{Jurisdiction::quebec, Service::health, -5e8},
                             ServiceAmount{Jurisdiction::ontario, Service::education, 2e9}};
    const auto values = service_values(simulation(), amounts);
    ASSERT_EQ(values.size(), 2U);
    EXPECT_EQ(values[0].dollars, -1.5e9);
    const auto result = simulation().compare(simulation().baseline(), Threads{1});
    double dollars = 0;
    for (std::size_t i = 0; i < 10; ++i) dollars += values[0].per_family[i] * result.by(Grouping::decile)[i].families;
    EXPECT_NEAR(dollars / -1.5e9, 1, 0.01);
    EXPECT_LT(values[0].percent_of_income[1], values[0].percent_of_income[8]) << "a cut takes more of a small income";
}

}  // namespace
}  // namespace budget_fairness
