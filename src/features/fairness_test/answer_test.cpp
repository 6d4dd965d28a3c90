#include "features/fairness_test/answer.h"

#include <stdexcept>

#include <gtest/gtest.h>
#include <rapidcheck.h>

#include "features/fairness_test/catalogue.h"
#include "features/fairness_test/figures_file.h"
#include "features/fairness_test/question.h"
#include "features/fairness_test/simulation_service.h"
#include "features/fairness_test/words.h"
#include "models/budget_fairness/budget/reform.h"
#include "models/budget_fairness/tax/formulas.h"
#include "models/jobs_lost/shipped_data.h"

namespace fairness_test {
namespace {

using namespace budget_fairness;

const i18n::Translator kEnglish{base::Locale::english};
const i18n::Translator kFrench{base::Locale::french};

TestAnswer record_answer(std::string_view slug, const Baseline& baseline = {}) {
    const Budget budget = with_baseline(*find_record(slug), baseline);
    return examine({budget, shipped_rubric(), baseline.prices.value_or(Prices::government)}, {});
}

const Finding& finding_of(const TestAnswer& answer, std::string_view key) {
    for (const Finding& finding : answer.result.findings)
        if (finding.criterion.key == key) return finding;
    throw std::logic_error{"no such criterion"};
}

TEST(Records, there_is_one_for_each_of_the_ten_provinces) {
    EXPECT_EQ(shipped_records().size(), 10U);
    for (const Budget& record : shipped_records()) {
        EXPECT_EQ(find_record(record.slug), &record);
        EXPECT_EQ(record_of(record.jurisdiction), &record);
        EXPECT_EQ(read_budget(write_budget(record))->slug, record.slug);
    }
    EXPECT_EQ(find_record("atlantis"), nullptr);
}

// -12.6 %: the same figures in a Python script (budget_test.cpp).
TEST(Records, albertas_education_is_not_met_and_the_page_says_by_how_much) {
    const TestAnswer answer = record_answer("alberta");
    EXPECT_EQ(finding_of(answer, "education").rating, Rating::not_met);
    EXPECT_EQ(words::finding(kEnglish, answer, finding_of(answer, "education")), "12.6% less per person");
    EXPECT_EQ(finding_of(answer, "health").rating, Rating::met);
}

TEST(Records, who_pays_is_not_known_and_says_why) {
    const TestAnswer answer = record_answer("ontario");
    const Finding& finding = finding_of(answer, "tax_progressivity");
    EXPECT_EQ(finding.rating, Rating::unknown);
    EXPECT_NE(words::finding(kEnglish, answer, finding).find("does not compare tax laws"), std::string::npos);
    EXPECT_LT(answer.result.known, 100);
}

TEST(Records, jobs_follow_from_services) {
    const TestAnswer answer = record_answer("ontario");
    ASSERT_TRUE(answer.jobs);
    EXPECT_GT(answer.jobs->jobs, 0);
    EXPECT_LE(answer.jobs->low, answer.jobs->jobs);
    EXPECT_GE(answer.jobs->high, answer.jobs->jobs);
    EXPECT_EQ(finding_of(answer, "jobs").rating, Rating::met);
}

// British Columbia's spending on education per person fell from 2008 to 2023 and grew from 2013 on (the same script).
TEST(Records, another_baseline_gives_another_answer) {
    EXPECT_EQ(finding_of(record_answer("british-columbia"), "education").rating, Rating::not_met);
    const TestAnswer later = record_answer("british-columbia", read_baseline("2021", "consumer"));
    EXPECT_EQ(later.budget.first_year, 2021);
    EXPECT_EQ(later.prices, Prices::consumer);
    EXPECT_EQ(record_answer("ontario", read_baseline("1815", "gold")).budget.first_year, 2008);
}

Budget cut_of(double million) {
    Budget budget{.slug = "cut"};
    budget.measures = {
        {.title = {"Hospitals", "Hôpitaux"}, .source = "", .what = SpendingMeasure{Service::health, -million}}};
    return budget;
}

TEST(Plans, a_cut_without_tax_measures_leaves_incomes_as_they_are) {
    const Budget budget = cut_of(4'000);
    const TestAnswer answer = examine({budget, shipped_rubric()}, {});
    EXPECT_EQ(finding_of(answer, "inequality").rating, Rating::met);
    EXPECT_EQ(finding_of(answer, "health").rating, Rating::not_met);
    EXPECT_EQ(finding_of(answer, "jobs").rating, Rating::not_met);
    EXPECT_DOUBLE_EQ(*answer.balance(), 4e9);
    EXPECT_LT(answer.jobs->jobs, 0);
}

TEST(Plans, twice_the_cut_is_twice_the_jobs) {
    rc::check([](unsigned million) {
        const double cut = 1 + million % 20'000;
        const Budget once = cut_of(cut);
        const Budget twice = cut_of(2 * cut);
        const auto one = examine({once, shipped_rubric()}, {}).jobs;
        const auto two = examine({twice, shipped_rubric()}, {}).jobs;
        RC_ASSERT(std::abs(two->jobs - 2 * one->jobs) < 1e-6 * std::abs(two->jobs));
    });
}

TEST(Plans, a_budget_that_changes_the_law_knows_less_without_a_simulation) {
    Budget budget = cut_of(1);
    budget.measures.push_back({.title = {"a", "b"}, .source = "", .what = ParameterMeasure{"ON.brackets.0.rate"}});
    const TestAnswer answer = examine({budget, shipped_rubric()}, {});
    EXPECT_EQ(finding_of(answer, "inequality").rating, Rating::unknown);
    EXPECT_FALSE(answer.balance());
}

OwnForm form_with(Lever lever, std::string value) {
    OwnForm form{.place = "ON"};
    form.at(lever) = std::move(value);
    return form;
}

TEST(OwnBudgets, numbers_are_read_as_either_language_writes_them) {
    for (const std::string_view typed : {"1500", "1,500", "1 500", "1\u00a0500", "1\u202f500", "$1,500", "+1500"})
        EXPECT_DOUBLE_EQ(read_own(form_with(Lever::basic, std::string{typed}))->at(Lever::basic), 1500) << typed;
    EXPECT_DOUBLE_EQ(read_own(form_with(Lever::top_rate, "1,5"))->at(Lever::top_rate), 1.5);
    EXPECT_DOUBLE_EQ(read_own(form_with(Lever::top_rate, "−2.25"))->at(Lever::top_rate), -2.25);
    EXPECT_DOUBLE_EQ(read_own({})->at(Lever::health), 0);
}

TEST(OwnBudgets, all_problems_come_at_once) {
    OwnForm form{.place = "XX"};
    form.at(Lever::top_rate) = "a lot";
    form.at(Lever::health) = "1e300";
    form.at(Lever::social) = "nan";
    const auto own = read_own(form);
    ASSERT_FALSE(own);
    EXPECT_EQ(own.error().size(), 4U);
    EXPECT_TRUE(base::find_problem(own.error(), "place"));
    EXPECT_TRUE(base::find_problem(own.error(), "health"));
}

TEST(OwnBudgets, the_address_names_only_what_was_moved) {
    OwnForm form = form_with(Lever::top_rate, "2");
    form.at(Lever::health) = "-500";
    EXPECT_EQ(query_of(*read_own(form)), "place=ON&top=2&health=-500");
    form.at(Lever::top_rate) = "0.1";
    form.at(Lever::bracket_from) = "300000";
    form.at(Lever::health) = "-20000";
    EXPECT_EQ(query_of(*read_own(form)), "place=ON&top=0.1&from=300000&health=-20000");
    EXPECT_EQ(query_of(*read_own({})), "place=ON");
}

TEST(OwnBudgets, become_measures_of_the_law_that_the_law_knows) {
    for (const std::string_view place : {"ON", "QC", "AB", "CA", "NU"}) {
        OwnForm form{.place = std::string{place}};
        form.at(Lever::first_rate) = "0.5";
        form.at(Lever::top_rate) = "1";
        form.at(Lever::basic) = "500";
        form.at(Lever::bracket_from) = place == "ON" ? "150000" : "400000";
        form.at(Lever::bracket_rate) = "2";
        form.at(Lever::benefit) = "10";
        const auto own = read_own(form);
        ASSERT_TRUE(own);
        const RuleSet* law = Simulations::law(own->place, kOwnYear);
        ASSERT_NE(law, nullptr) << place;
        const Budget budget = budget_of(*own, *law);
        RuleSet reform = *law;
        EXPECT_TRUE(apply_measures(budget, reform).empty()) << place;
        EXPECT_TRUE(senseless_parameters(budget, reform).empty()) << place;
        EXPECT_TRUE(read_budget(write_budget(budget))) << place;
    }
}

// By hand, 250,000 dollars in Ontario: 15.16 % of the 100,000 above 150,000, where 12.16 % of 70,000 and 13.16 % of
// 30,000 were due. A step above the highest one leaves those below as they are: 2 % more of 50,000.
TEST(OwnBudgets, a_new_step_may_begin_within_the_steps_of_the_law) {
    const RuleSet& law = *Simulations::law(Jurisdiction::ontario, kOwnYear);
    const auto more_tax = [&law](std::string from) {
        OwnForm form = form_with(Lever::bracket_rate, "2");
        form.at(Lever::bracket_from) = std::move(from);
        const Budget budget = budget_of(*read_own(form), law);
        RuleSet reform = law;
        EXPECT_TRUE(apply_measures(budget, reform).empty());
        EXPECT_TRUE(senseless_parameters(budget, reform).empty());
        return due(reform.provincial.brackets, 250'000) - due(law.provincial.brackets, 250'000);
    };
    EXPECT_NEAR(more_tax("150000"), 2'700, 1e-6);
    EXPECT_NEAR(more_tax("200000"), 50'000 * 0.1516 - 20'000 * 0.1216 - 30'000 * 0.1316, 1e-6);
    EXPECT_NEAR(more_tax("220000"), 600, 1e-6);
    EXPECT_NEAR(more_tax("240000"), 200, 1e-6);
}

// Prince Edward Island spends some 1,300 million dollars a year on health.
TEST(OwnBudgets, no_service_loses_more_than_is_spent_on_it) {
    OwnForm form{.place = "PE"};
    form.at(Lever::health) = "-40000";
    const auto own = read_own(form);
    ASSERT_FALSE(own);
    EXPECT_TRUE(base::find_problem(own.error(), "health"));
    form.place = "ON";
    EXPECT_TRUE(read_own(form));
}

TEST(Simulation, a_higher_top_rate_takes_from_the_richest_tenth_alone) {
    Simulations simulations{{.adults = 4'000, .sample_adults = 4'000}};
    const auto own = read_own(form_with(Lever::top_rate, "2"));
    const Budget budget = budget_of(*own, *Simulations::law(own->place, kOwnYear));
    const TestAnswer answer = examine({budget, shipped_rubric()},
                                      {[&](const IncomeQuestion& question) { return simulations.ask(question); }});
    ASSERT_TRUE(answer.incomes.effects);
    const auto& deciles = answer.incomes.effects->result->by(Grouping::decile);
    EXPECT_NEAR(deciles.front().change_per_family(), 0, 1);
    EXPECT_LT(deciles.back().change_per_family(), 0);
    EXPECT_EQ(finding_of(answer, "inequality").rating, Rating::met);
    EXPECT_EQ(finding_of(answer, "tax_progressivity").rating, Rating::met);
    EXPECT_GT(*answer.balance(), 0);
    const std::string csv = figures_csv(answer, kEnglish);
    EXPECT_NE(csv.find("\ntwentieth,20,-"), std::string::npos) << csv;
    EXPECT_NE(csv.find("\nrichest,1 percent,-"), std::string::npos) << csv;
}

TEST(Simulation, a_cut_to_social_services_weighs_most_on_the_poorest_households) {
    Simulations simulations{{.adults = 20'000, .sample_adults = 20'000}};
    Budget budget{.slug = "cut"};
    budget.measures = {{.title = {}, .source = "", .what = SpendingMeasure{Service::social, -1'000}}};
    const TestAnswer answer = examine({budget, shipped_rubric()},
                                      {[&](const IncomeQuestion& question) { return simulations.ask(question); }});
    ASSERT_EQ(answer.incomes.services.size(), 1U);
    const auto& tenths = answer.incomes.services[0].per_household;
    for (const double dollars : tenths) EXPECT_LT(dollars, 0);
    EXPECT_LT(tenths.front(), 2 * tenths.back());
    EXPECT_NEAR(answer.incomes.effects->result->everyone().change_per_family(), 0, 1e-6);
}

// Alberta had one basic amount of 19,369 dollars from 2019 to 2022, while prices rose: those who pay little lost most.
TEST(Simulation, a_record_holds_the_laws_of_a_province_side_by_side) {
    Simulations simulations{{.adults = 20'000, .sample_adults = 20'000}};
    const Models models{[&](const IncomeQuestion& question) { return simulations.ask(question); }};
    EXPECT_EQ(examine({*find_record("alberta"), shipped_rubric()}, models).incomes.missing,
              IncomesMissing::earlier_law);
    const Budget record = with_baseline(*find_record("alberta"), {.since = 2019});
    EXPECT_EQ(record.title.french, "Alberta, 2019–2023");
    const TestAnswer answer = examine({record, shipped_rubric()}, models);
    ASSERT_TRUE(answer.incomes.effects);
    EXPECT_EQ(answer.incomes.effects->since, 2019);
    EXPECT_GT(answer.incomes.effects->result->everyone().reform.provincial_tax,
              answer.incomes.effects->result->everyone().baseline.provincial_tax);
    EXPECT_NEAR(answer.incomes.effects->result->everyone().reform.contributions,
                answer.incomes.effects->result->everyone().baseline.contributions, 1);
    for (const std::string_view key : {"tax_progressivity", "bottom40_top1", "gender"})
        EXPECT_NE(finding_of(answer, key).rating, Rating::unknown) << key;
    EXPECT_EQ(*finding_of(answer, "inequality").figure,
              *finding_of(examine({record, shipped_rubric()}, {}), "inequality").figure);
    EXPECT_FALSE(answer.balance());
}

// Whoever imports newer multipliers sees them in the criterion on jobs.
TEST(Jobs, go_by_the_figures_that_stand_here) {
    auto doubled = std::make_shared<jobs_lost::Economies>(jobs_lost::shipped_economies());
    const auto figures = [&doubled] { return jobs_lost::StandingFigures{doubled, "imported"}; };
    const Budget budget = *find_record("ontario");
    const auto shipped = examine({budget, shipped_rubric()}, {}).jobs;
    const auto same = examine({budget, shipped_rubric()}, {.jobs = figures}).jobs;
    ASSERT_TRUE(shipped && same);
    EXPECT_DOUBLE_EQ(shipped->jobs, same->jobs);
    *doubled = {};
    EXPECT_FALSE(
        examine({budget, shipped_rubric()}, {.jobs = [&] { return jobs_lost::StandingFigures{doubled, "none"}; }})
            .jobs);
}

TEST(Simulation, says_what_the_law_does_not_have) {
    Simulations simulations{{.adults = 2'000, .sample_adults = 2'000}};
    const std::vector<ServiceEffect> none;
    Budget budget = cut_of(1);
    budget.measures.push_back({.title = {"a", "b"}, .source = "", .what = ParameterMeasure{"ON.moon_tax"}});
    EXPECT_EQ(simulations.ask({budget, none, Depth::quick}).refused_parameters,
              std::vector<std::string>{"ON.moon_tax"});
    const ParameterMeasure senseless[] = {{"ON.brackets.0.rate", Change::set, 7},
                                          {"ON.brackets.0.rate", Change::add, -0.1},
                                          {"ON.brackets.1.above", Change::set, 900'000},
                                          {"CA.contributions.insurance_rate", Change::scale, 100},
                                          {"CA.canada_child_benefit.child.0", Change::add, -20'000}};
    for (const auto& measure : senseless) {
        budget.measures.back().what = measure;
        const auto answer = simulations.ask({budget, none, Depth::quick});
        EXPECT_EQ(answer.missing, IncomesMissing::measure_senseless) << measure.parameter;
        EXPECT_EQ(answer.refused_parameters, std::vector<std::string>{measure.parameter});
    }
    budget.measures.back().what = ParameterMeasure{"ON.brackets.0.rate", Change::set, 0.1};
    budget.year = 1995;
    EXPECT_EQ(simulations.ask({budget, none, Depth::quick}).missing, IncomesMissing::law_unknown);
}

// 90 % for the province with its surtax, and the federal rates: of the next dollar more than a dollar is taken.
TEST(Simulation, names_the_raises_that_would_cost_more_than_they_bring) {
    Simulations simulations{{.adults = 2'000, .sample_adults = 2'000}};
    const std::vector<ServiceEffect> none;
    Budget budget = cut_of(1);
    budget.measures.push_back(
        {.title = {"a", "b"}, .source = "", .what = ParameterMeasure{"ON.brackets.4.rate", Change::set, 0.9}});
    const auto raises = simulations.ask({budget, none, Depth::quick}).effects->costly_raises;
    ASSERT_EQ(raises.size(), 3U);  // each of the common families, one stretch
    EXPECT_NEAR(raises[0].loss.from, 220'000, 10'000);
    EXPECT_DOUBLE_EQ(raises[0].loss.until, 1'000'000);
    EXPECT_NEAR(raises[0].loss.highest, 0.9 * 1.56 + 0.33, 0.01);
    EXPECT_TRUE(words::costly_raise(kEnglish, raises[0]).starts_with("Someone who lives alone: "));
    budget.measures.back().what = ParameterMeasure{"ON.brackets.4.rate", Change::add, 0};
    EXPECT_TRUE(simulations.ask({budget, none, Depth::quick}).effects->costly_raises.empty());
}

TEST(Simulation, a_first_answer_stays_the_same_when_the_whole_population_has_been_asked) {
    Simulations simulations{{.adults = 6'000, .sample_adults = 2'000}};
    const std::vector<ServiceEffect> none;
    Budget budget = cut_of(1);
    budget.measures.push_back(
        {.title = {"a", "b"}, .source = "", .what = ParameterMeasure{"ON.brackets.4.rate", Change::add, 0.01}});
    const auto gained = [&](Depth depth) {
        return simulations.ask({budget, none, depth}).effects->result->revenue_gained();
    };
    const double first = gained(Depth::quick);
    EXPECT_NE(gained(Depth::full), first);
    EXPECT_EQ(gained(Depth::quick), first);
}

TEST(Words, french_says_the_same) {
    const TestAnswer answer = record_answer("alberta");
    EXPECT_EQ(words::finding(kFrench, answer, finding_of(answer, "education")), "12,6\u00a0% de moins par personne");
}

TEST(Files, hold_every_criterion_and_quote_what_has_commas) {
    const TestAnswer answer = record_answer("alberta");
    const std::string csv = figures_csv(answer, kEnglish);
    EXPECT_TRUE(csv.starts_with("part,what,value,unit,words\r\n"));
    EXPECT_NE(csv.find("budget,\"Alberta, 2008–2023\""), std::string::npos);
    EXPECT_NE(csv.find("criterion,education,-12.5533,not_met,"), std::string::npos);
    const std::string json = figures_json(answer, kEnglish, "https://example.org/x");
    EXPECT_NE(json.find("\"rubric_version\":1"), std::string::npos);
    EXPECT_NE(json.find("\"deciles\":null"), std::string::npos);
}

}  // namespace
}  // namespace fairness_test
