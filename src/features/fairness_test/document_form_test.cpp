#include "features/fairness_test/document_form.h"

#include <gtest/gtest.h>

#include "features/fairness_test/catalogue.h"

namespace fairness_test {
namespace {

std::string* find(ports::NamedTexts& fields, std::string_view name) {
    const auto found = std::ranges::find(fields, name, &ports::NamedText::name);
    return found == fields.end() ? nullptr : &found->text;
}

void type(ports::NamedTexts& fields, std::string_view name, std::string text) {
    auto* field = find(fields, name);
    ASSERT_NE(field, nullptr) << name;
    *field = std::move(text);
}

// What the reader understands of a form.
base::Result<budget_fairness::Budget, DocumentProblems> budget_in(const ports::NamedTexts& fields,
                                                                  const FormRows& rows) {
    return read_budget(text_of_fields(DocumentKind::budget, fields, rows));
}

TEST(DocumentForm, shows_every_budget_and_the_rubric_so_that_they_come_back_the_same) {
    for (const auto& text : shipped_examples()) {
        const auto rows = rows_for(DocumentKind::budget, text);
        const auto again = budget_in(fields_of(DocumentKind::budget, text, rows), rows);
        ASSERT_TRUE(again);
        EXPECT_EQ(*again, *read_budget(text));
    }
    for (const auto& record : shipped_records()) {
        const auto text = write_budget(record);
        const auto rows = rows_for(DocumentKind::budget, text);
        EXPECT_EQ(*budget_in(fields_of(DocumentKind::budget, text, rows), rows), record);
    }
    const auto rules = write_rubric(*shipped_rubric());
    const auto rows = rows_for(DocumentKind::rubric, rules);
    const auto again =
        read_rubric(text_of_fields(DocumentKind::rubric, fields_of(DocumentKind::rubric, rules, rows), rows));
    ASSERT_TRUE(again);
    EXPECT_EQ(write_rubric(*again), rules);
}

// Amélie enters a measure in the last spare row, leaves the others empty, and forgets the French title.
TEST(DocumentForm, names_the_field_of_a_row_behind_empty_ones) {
    const std::string text = shipped_examples().front();
    const auto rows = rows_for(DocumentKind::budget, text);
    const auto measures = read_budget(text)->measures.size();
    ASSERT_EQ(rows.first, measures + 3);
    auto fields = fields_of(DocumentKind::budget, text, rows);
    const std::string row = "measure_" + std::to_string(rows.first) + "_";
    type(fields, row + "title_en", "Clinics, \"closed\"\nor not");
    type(fields, row + "service", "health");
    type(fields, row + "change", "set");
    type(fields, row + "million_dollars", "-250.5");
    const auto refused = budget_in(fields, rows);
    ASSERT_FALSE(refused);
    const auto problems = problems_of_fields(refused.error(), DocumentKind::budget, fields, rows);
    ASSERT_EQ(problems.size(), 1U);
    EXPECT_EQ(problems[0].field, row + "title_fr");
    type(fields, row + "title_fr", "Cliniques");
    const auto budget = budget_in(fields, rows);
    ASSERT_TRUE(budget);
    ASSERT_EQ(budget->measures.size(), measures + 1);
    EXPECT_EQ(budget->measures.back().title.english, "Clinics, \"closed\"\nor not");
    const auto& spending = std::get<budget_fairness::SpendingMeasure>(budget->measures.back().what);
    EXPECT_EQ(spending.million_dollars, -250.5);
}

TEST(DocumentForm, takes_an_emptied_row_out_and_refuses_what_is_no_number_or_day) {
    const std::string text = shipped_examples().front();
    const auto rows = rows_for(DocumentKind::budget, text);
    auto fields = fields_of(DocumentKind::budget, text, rows);
    const auto before = *read_budget(text);
    ASSERT_FALSE(before.measures.empty());
    for (auto& [name, typed] : fields)
        if (name.starts_with("measure_1_")) typed.clear();
    EXPECT_EQ(budget_in(fields, rows)->measures.size(), before.measures.size() - 1);
    type(fields, "year", "soon");
    type(fields, "answer_1_criterion", "transparency");
    type(fields, "answer_1_rating", "partly");
    type(fields, "answer_1_evidence", "https://example.org/");
    type(fields, "answer_1_reviewer", "Odile Tremblay");
    type(fields, "answer_1_on", "2026-02-30");
    const auto refused = budget_in(fields, rows);
    ASSERT_FALSE(refused);
    std::vector<std::string> names;
    for (const auto& problem : problems_of_fields(refused.error(), DocumentKind::budget, fields, rows))
        names.push_back(problem.field);
    std::ranges::sort(names);
    EXPECT_EQ(names, (std::vector<std::string>{"answer_1_on", "year"}));
}

TEST(DocumentForm, keeps_hostile_text_inside_its_quotes) {
    const std::string text = shipped_examples().front();
    const auto rows = rows_for(DocumentKind::budget, text);
    auto fields = fields_of(DocumentKind::budget, text, rows);
    const std::string hostile = "\" }\nkind = \"record\"\n[[measure]]\\ {{ ";
    type(fields, "title_en", hostile + "end");
    const auto budget = budget_in(fields, rows);
    ASSERT_TRUE(budget);
    EXPECT_EQ(budget->title.english, hostile + "end");
    EXPECT_EQ(budget->kind, read_budget(text)->kind);
}

TEST(DocumentForm, of_a_broken_text_is_empty) {
    const auto rows = rows_for(DocumentKind::budget, "= = =");
    EXPECT_EQ(rows.first, 3U);
    for (const auto& [name, text] : fields_of(DocumentKind::budget, "= = =", rows)) EXPECT_EQ(text, "") << name;
}

}  // namespace
}  // namespace fairness_test
