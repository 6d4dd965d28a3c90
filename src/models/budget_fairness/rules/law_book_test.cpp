// Bea maintains the rules: what she types wrong is said with its place, and what nobody knows is not guessed.
#include "models/budget_fairness/rules/law_book.h"

#include <set>

#include <gtest/gtest.h>

namespace budget_fairness {
namespace {

constexpr std::string_view kSources = "source,publisher,title,link\npage,CRA,Rates,https://example.ca/rates\n";
constexpr std::string_view kNoParameters = "jurisdiction,parameter,from,to,value,unit,source\n";
constexpr std::string_view kNoSchedules = "jurisdiction,schedule,from,to,above,rate,source\n";
constexpr std::string_view kNoCoverage = "jurisdiction,what,probe,concerns,from,to,note\n";

std::string faults_of(const LawTexts& texts) {
    const auto read = read_law_book(texts);
    if (read) return "";
    std::string all;
    for (const auto& fault : read.error()) (all += text_of(fault)) += '\n';
    return all;
}

std::string faults_of_parameter(std::string_view line) {
    const auto text = std::string{kNoParameters} + std::string{line} + "\n";
    return faults_of({.parameters = text, .schedules = kNoSchedules, .coverage = kNoCoverage, .sources = kSources});
}

std::string faults_of_schedule(std::string_view lines) {
    const auto text = std::string{kNoSchedules} + std::string{lines} + "\n";
    return faults_of({.parameters = kNoParameters, .schedules = text, .coverage = kNoCoverage, .sources = kSources});
}

TEST(LawBook, says_where_a_value_is_wrong) {
    EXPECT_EQ(faults_of_parameter("ON,credits.basic.most,2025-01-01,2025-12-31,12747,dollars,page"), "");
    const std::pair<std::string_view, std::string_view> lines[] = {
        {"ON,credits.basic.most,2025-01-01,2025-12-31,lots,dollars,page", "\"lots\" is no number"},
        {"ON,credits.basic.most,2025-01-01,2025-12-31,nan,dollars,page", "\"nan\" is no number"},
        {"ON,credits.basic.most,2025-01-01,2025-12-31,-1,dollars,page",
         "\"-1\": an amount must lie between 0 and ten millions"},
        {"ON,credits.age.rate,2025-01-01,2025-12-31,15,rate,page", "\"15\": a rate must lie between 0 and 1"},
        {"ON,credits.basik.most,2025-01-01,2025-12-31,1,dollars,page", "\"credits.basik.most\" is no parameter"},
        {"XX,credits.basic.most,2025-01-01,2025-12-31,1,dollars,page", "\"XX\" is no jurisdiction"},
        {"ON,credits.basic.most,2025-02-30,2025-12-31,1,dollars,page", "\"2025-02-30\" is no date like 2025-01-31"},
        {"ON,credits.basic.most,2025-12-31,2025-01-01,1,dollars,page", "it ends before it begins"},
        {"ON,credits.basic.most,2025-01-01,2025-12-31,1,euros,page", "\"euros\" is no unit"},
        {"ON,credits.basic.most,2025-01-01,2025-12-31,1,dollars,hearsay", "\"hearsay\" is no source"}};
    for (const auto& [line, expected] : lines)
        EXPECT_EQ(faults_of_parameter(line), "parameters, line 2: " + std::string{expected} + "\n");
    EXPECT_EQ(faults_of_parameter("ON,abatement,2025-01-01,2025-12-31,0,rate,page\n"
                                  "ON,abatement,2025-07-01,2026-12-31,0,rate,page"),
              "parameters: ON.abatement has two values on one day\n");
}

TEST(LawBook, refuses_brackets_that_are_out_of_order) {
    EXPECT_EQ(faults_of_schedule("ON,brackets,2025-01-01,2025-12-31,0,0.05,page\n"
                                 "ON,brackets,2025-01-01,2025-12-31,50000,0.09,page"),
              "");
    EXPECT_EQ(faults_of_schedule("ON,brackets,2025-01-01,2025-12-31,0,0.05,page\n"
                                 "ON,brackets,2025-01-01,2025-12-31,50000,0.09,page\n"
                                 "ON,brackets,2025-01-01,2025-12-31,40000,0.11,page"),
              "schedules, line 4: brackets out of order: \"40000\" is not above the one before\n");
    EXPECT_EQ(faults_of_schedule("ON,brackets,2025-01-01,2025-12-31,100,0.05,page"),
              "schedules, line 2: the first bracket must begin at 0\n");
    EXPECT_EQ(faults_of_schedule("ON,brackets,2025-01-01,2025-12-31,0,5,page"),
              "schedules, line 2: \"5\": a rate must lie between 0 and 1\n");
}

TEST(LawBook, says_all_faults_at_once_but_not_without_end) {
    std::string text{kNoParameters};
    for (int i = 0; i < 500; ++i) text += "ON,credits.basic.most,2025-01-01,2025-12-31,x,dollars,page\n";
    const auto read =
        read_law_book({.parameters = text, .schedules = kNoSchedules, .coverage = kNoCoverage, .sources = kSources});
    ASSERT_FALSE(read);
    EXPECT_EQ(read.error().size(), kMostFaults);
}

TEST(LawBook, finds_every_parameter_by_its_name) {
    auto rules = *rules_of_year(shipped_law_book(), Jurisdiction::ontario, 2025);
    EXPECT_EQ(*find_parameter(rules, "CA.brackets.1.above"), 57375);
    EXPECT_EQ(*find_parameter(rules, "ON.surtax.0.above"), 5710);
    EXPECT_EQ(*find_parameter(rules, "ON.credits.basic.most"), 12747);
    EXPECT_EQ(*find_parameter(rules, "CA.contributions.pension_most"), 4034.1);
    EXPECT_EQ(*find_parameter(rules, "CA.canada_child_benefit.first.rate.2"), 0.135);
    for (const auto* wrong : {"", "ON", "ON.", "QC.brackets.0.rate", "ON.brackets.99.rate", "ON.brackets.x.rate",
                              "ON.credits.basic", "ON.credits.basic.most.more", "CA.canada_child_benefit"})
        EXPECT_EQ(find_parameter(rules, wrong), nullptr) << wrong;
    *find_parameter(rules, "CA.brackets.4.rate") = 0.4;
    EXPECT_EQ(rules.federal.brackets.rate[4], 0.4);
}

TEST(LawBook, has_all_provinces_and_territories_from_2019_to_2026) {
    for (const auto place : provinces_and_territories())
        for (int year = 2019; year <= 2026; ++year) {
            const auto rules = rules_of_year(shipped_law_book(), place, year);
            ASSERT_TRUE(rules) << code(place) << ' ' << year;
            EXPECT_GE(rules->federal.brackets.count, 5U);
            EXPECT_GE(rules->provincial.brackets.count, 3U) << code(place) << ' ' << year;
            EXPECT_GT(rules->provincial.credits.rate, 0.03) << code(place) << ' ' << year;
            EXPECT_EQ(rules->contributions.parental_most > 0, place == Jurisdiction::quebec);
            EXPECT_EQ(rules->abatement > 0, place == Jurisdiction::quebec);
        }
}

TEST(LawBook, knows_no_year_that_it_has_no_values_of) {
    for (const int year : {-2025, 0, 2018, 2027, 2025 + 65536}) {
        const auto rules = rules_of_year(shipped_law_book(), Jurisdiction::manitoba, year);
        ASSERT_FALSE(rules) << year;
        std::set<std::string> missing;
        for (const auto& gap : rules.error()) missing.insert(std::string{code(gap.jurisdiction)} + "." + gap.what);
        EXPECT_TRUE(missing.contains("MB.brackets")) << year;
        EXPECT_TRUE(missing.contains("CA.contributions.pension")) << year;
    }
}

TEST(LawBook, lists_what_it_does_not_know) {
    const auto rules = *rules_of_year(shipped_law_book(), Jurisdiction::ontario, 2025);
    const auto has_gap = [&](std::string_view what) {
        return std::ranges::find(rules.gaps, what, &Gap::what) != rules.gaps.end();
    };
    EXPECT_TRUE(has_gap("energy_and_property_tax_credit"));
    EXPECT_FALSE(has_gap("guaranteed_income_supplement"));
    EXPECT_FALSE(has_gap("reduction.workers"));
    EXPECT_FALSE(has_gap("child_benefit"));
    EXPECT_FALSE(has_gap("canada_child_benefit"));
    EXPECT_FALSE(has_gap("canada_carbon_rebate")) << "it had ended by the last day of 2025";
}

TEST(LawBook, lets_quebec_replace_federal_contributions) {
    const auto quebec = *rules_of_year(shipped_law_book(), Jurisdiction::quebec, 2025);
    const auto ontario = *rules_of_year(shipped_law_book(), Jurisdiction::ontario, 2025);
    EXPECT_EQ(quebec.contributions.pension_rate, 0.064);
    EXPECT_EQ(ontario.contributions.pension_rate, 0.0595);
    EXPECT_EQ(quebec.contributions.insurance_rate, 0.0131);
}

TEST(LawBook, cites_a_source_for_every_value) {
    for (const auto& value : shipped_law_book().values)
        EXPECT_NE(std::ranges::find(shipped_law_book().sources, value.source, &Source::key),
                  shipped_law_book().sources.end())
            << value.parameter;
}

}  // namespace
}  // namespace budget_fairness
