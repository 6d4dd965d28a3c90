// features/fairness_test/document_form.h - a budget or a rubric as the fields of a form, and what is typed there as the
// same TOML text that files have (document.h reads it and says what is wrong).
//
// Fields carry the names of the text's keys: "year"; "title_en", "title_fr" of what stands there in both languages;
// "measure_2_value" of the second row of a list. Rows in which nothing is typed do not count, wherever they stand, so
// that a row is taken out by emptying it.
#pragma once
#include <cstddef>
#include <string>
#include <string_view>

#include "features/fairness_test/document.h"
#include "ports/editing.h"

namespace fairness_test {

enum class DocumentKind : unsigned char { budget, rubric };

// Rows that a form shows: of a budget measures and answers, of a rubric criteria and changes.
struct FormRows {
    std::size_t first = 0;
    std::size_t second = 0;
};
inline constexpr std::size_t kMostRows = 250;

// As many as the text has, and empty ones to write in.
FormRows rows_for(DocumentKind kind, std::string_view text);

// Rows of both: a form never loses a row that the other one has.
FormRows most_of(const FormRows& a, const FormRows& b);

// What the form shows of a text, in the order of the form; of a text that is no TOML, empty fields.
ports::NamedTexts fields_of(DocumentKind kind, std::string_view text, const FormRows& rows);

// The text of what was typed. Numbers and days that are none stand there as text, so that the reader refuses them.
std::string text_of_fields(DocumentKind kind, const ports::NamedTexts& fields, const FormRows& rows);

// What the reader of text_of_fields() refused, under the names of the fields.
base::Problems problems_of_fields(const DocumentProblems& problems, DocumentKind kind, const ports::NamedTexts& fields,
                                  const FormRows& rows);

}  // namespace fairness_test
