#include "features/fairness_test/document.h"

#include <algorithm>

#include <gtest/gtest.h>
#include <rapidcheck.h>

#include "base/embedded.h"

namespace fairness_test {
namespace {

using namespace budget_fairness;

constexpr std::string_view kReform = R"(
slug = "north-budget"
kind = "proposal"
jurisdiction = "MB"
year = 2025
title = { en = "Northern budget", fr = "Budget du Nord" }
summary = { en = "Two measures.", fr = "Deux mesures." }
sources = ["https://budget.example.org/2025"]

[[measure]]
title = { en = "Highest rate", fr = "Taux le plus élevé" }
source = "https://budget.example.org/2025#rate"
parameter = "MB.brackets.2.rate"
change = "add"
value = 0.01

[[measure]]
title = { en = "Clinics", fr = "Cliniques" }
service = "health"
million_dollars = -12.5

[[answer]]
criterion = "transparency"
rating = "partly"
evidence = "https://budget.example.org/2025/annex"
reviewer = "Odile Tremblay"
on = 2026-11-03
reason = { en = "Taxes only.", fr = "Les impôts seulement." }
)";

std::string with(std::string_view what, std::string_view instead) {
    std::string text{kReform};
    text.replace(text.find(what), what.size(), instead);
    return text;
}

std::vector<std::string> problems_of(std::string_view text) {
    const auto budget = read_budget(text);
    std::vector<std::string> found;
    if (budget) return found;
    for (const DocumentProblem& problem : budget.error()) found.push_back(text_of(problem));
    return found;
}

TEST(BudgetFile, says_whose_it_is_what_it_changes_and_who_looked_at_it) {
    const auto budget = read_budget(kReform);
    ASSERT_TRUE(budget) << text_of(budget.error().front());
    EXPECT_EQ(budget->jurisdiction, Jurisdiction::manitoba);
    EXPECT_EQ(budget->title.french, "Budget du Nord");
    const auto law = std::get<ParameterMeasure>(budget->measures[0].what);
    EXPECT_EQ(law.parameter, "MB.brackets.2.rate");
    EXPECT_EQ(law.change, Change::add);
    EXPECT_DOUBLE_EQ(law.value, 0.01);
    EXPECT_EQ(std::get<SpendingMeasure>(budget->measures[1].what), (SpendingMeasure{Service::health, -12.5}));
    EXPECT_EQ(budget->judgements[0].on, std::chrono::year{2026} / 11 / 3);
}

TEST(BudgetFile, is_written_so_that_it_reads_back) {
    const auto budget = read_budget(kReform);
    ASSERT_TRUE(budget);
    const auto again = read_budget(write_budget(*budget));
    ASSERT_TRUE(again) << text_of(again.error().front());
    EXPECT_EQ(*again, *budget);
}

TEST(BudgetFile, all_problems_come_at_once_with_their_lines) {
    std::string text = with("year = 2025", "year = \"soon\"");
    text.replace(text.find("0.01"), 4, "nan ");
    text.replace(text.find("\"health\""), 8, "\"luck\"  ");
    EXPECT_EQ(problems_of(text), (std::vector<std::string>{"line 5: year: This must be a whole number.",
                                                           "line 15: measure.1.value: This number is out of range.",
                                                           "line 19: measure.2.service: There is no such choice."}));
}

TEST(BudgetFile, hostile_numbers_are_refused) {
    for (const std::string_view number : {"inf", "-inf", "nan", "1e300", "-2e6"})
        EXPECT_EQ(problems_of(with("-12.5", number)).size(), 1U) << number;
    EXPECT_EQ(problems_of(with("-12.5", "99999999999999999999")).size(), 1U);
    EXPECT_EQ(problems_of(with("2025", "9223372036854775807")).size(), 1U);
}

TEST(BudgetFile, no_service_loses_more_than_is_spent_on_it) {
    EXPECT_EQ(problems_of(with("-12.5", "-90000")),
              std::vector<std::string>{
                  "line 20: measure.2.million_dollars: This takes more from the service than is spent on it."});
}

TEST(BudgetFile, broken_toml_is_named_by_its_line) {
    const auto found = problems_of("slug = \"a\"\nkind = \n");
    ASSERT_EQ(found.size(), 1U);
    EXPECT_TRUE(found[0].starts_with("line 2: This line is not TOML.")) << found[0];
}

TEST(BudgetFile, unknown_keys_and_one_language_and_odd_addresses_are_refused) {
    EXPECT_EQ(problems_of(with("year = 2025", "year = 2025\nyaer = 1")),
              std::vector<std::string>{"line 6: yaer: There is no such key."});
    EXPECT_EQ(problems_of(with("{ en = \"Clinics\", fr = \"Cliniques\" }", "{ en = \"Clinics\" }")).size(), 1U);
    EXPECT_EQ(problems_of(with("https://budget.example.org/2025/annex", "javascript:alert(1)")).size(), 1U);
    EXPECT_EQ(problems_of(with("MB.brackets", "XX.brackets")).size(), 1U);
    EXPECT_EQ(problems_of(with("north-budget", "North Budget")).size(), 1U);
}

TEST(BudgetFile, an_answer_without_evidence_is_no_answer) {
    EXPECT_EQ(problems_of(with("evidence = \"https://budget.example.org/2025/annex\"\n", "")).size(), 1U);
    std::string unknown = with("evidence = \"https://budget.example.org/2025/annex\"\n", "");
    unknown.replace(unknown.find("\"partly\""), 8, "\"unknown\"");
    EXPECT_TRUE(problems_of(unknown).empty());
}

TEST(BudgetFile, a_record_has_two_years_and_no_measures) {
    EXPECT_EQ(problems_of(with("kind = \"proposal\"", "kind = \"record\"\nfirst_year = 2008")),
              std::vector<std::string>{"line 11: measure: A record has no measures: it is what was spent."});
    EXPECT_EQ(problems_of(R"(
slug = "r"
kind = "record"
jurisdiction = "ON"
first_year = 2023
year = 2023
title = { en = "a", fr = "b" }
summary = { en = "a", fr = "b" }
)"),
              std::vector<std::string>{"line 5: first_year: A record begins before the year in which it ends."});
}

TEST(BudgetFile, a_file_that_is_too_long_is_not_read) {
    EXPECT_EQ(problems_of(std::string(kLargestDocument + 1, '#')).size(), 1U);
}

TEST(BudgetFile, any_amount_and_any_words_survive_writing) {
    rc::check([](int cents, const std::string& words) {
        auto budget = *read_budget(kReform);
        std::get<SpendingMeasure>(budget.measures[1].what).million_dollars = cents % 100'000'000 / 100.0;
        std::string plain;
        for (const char c : words)
            if (c >= ' ' && c < 0x7f) plain += c;
        budget.measures[1].title = {"a" + plain, "b" + plain};
        const auto again = read_budget(write_budget(budget));
        RC_ASSERT(static_cast<bool>(again));
        RC_ASSERT(*again == budget);
    });
}

// The files in data/budgets are what a new campaign begins with.
TEST(ShippedDocuments, are_right_and_add_up_to_a_hundred) {
    int budgets = 0;
    for (const embedded::File& file : embedded::data()) {
        if (!file.name.starts_with("budgets/") || !file.name.ends_with(".toml")) continue;
        if (file.name == "budgets/fair_budget_rubric.toml") {
            const auto rubric = read_rubric(file.content);
            ASSERT_TRUE(rubric) << text_of(rubric.error().front());
            EXPECT_DOUBLE_EQ(total_weight(*rubric), 100);
            EXPECT_EQ(rubric->criteria.size(), 9U);
            const auto again = read_rubric(write_rubric(*rubric));
            ASSERT_TRUE(again) << text_of(again.error().front());
            EXPECT_EQ(*again, *rubric);
            continue;
        }
        const auto budget = read_budget(file.content);
        ASSERT_TRUE(budget) << file.name << ": " << text_of(budget.error().front());
        EXPECT_EQ(budget->kind, BudgetKind::example) << file.name;
        EXPECT_TRUE(budget->slug.starts_with("example-")) << file.name;
        ++budgets;
    }
    EXPECT_EQ(budgets, 3);
}

TEST(RubricFile, thresholds_out_of_order_and_doubled_keys_are_refused) {
    constexpr std::string_view kRubric = R"(
name = "two"
version = 1
title = { en = "a", fr = "b" }
summary = { en = "a", fr = "b" }
pass_mark = 60
[[criterion]]
key = "jobs"
weight = 1
title = { en = "a", fr = "b" }
question = { en = "a", fr = "b" }
reason = { en = "a", fr = "b" }
figure = "jobs"
better = "higher"
met = 0
partly = 5
[[criterion]]
key = "jobs"
weight = 0
title = { en = "a", fr = "b" }
question = { en = "a", fr = "b" }
reason = { en = "a", fr = "b" }
)";
    const auto rubric = read_rubric(kRubric);
    ASSERT_FALSE(rubric);
    std::vector<std::string> found;
    for (const DocumentProblem& problem : rubric.error()) found.push_back(text_of(problem));
    EXPECT_EQ(found,
              (std::vector<std::string>{"line 16: criterion.1.partly: Partly met must be easier to reach than met.",
                                        "line 18: criterion.2.key: Another criterion has this key already.",
                                        "line 19: criterion.2.weight: This number is out of range."}));
}

}  // namespace
}  // namespace fairness_test
