// features/fairness_test/staff_pages.h - what staff see: budgets, the text of one, the rules of the test.
#pragma once
#include <string>
#include <vector>

#include "base/problem.h"
#include "features/fairness_test/document_form.h"
#include "features/fairness_test/stored.h"
#include "people/level.h"
#include "platform/html/template.h"
#include "platform/i18n/translator.h"

namespace fairness_test::staff_pages {

struct ListedBudget {
    StoredBudget budget;
    std::string title;
};
struct BudgetList {
    std::vector<ListedBudget> budgets{};
    std::string behind{};  // the address that the next page begins behind; "" on the last
};
html::SafeHtml list(const i18n::Translator& t, const BudgetList& list);

// Staff write in fields, or the same as one text.
enum class View : unsigned char { fields, text };

// What an editor shows of a document that two people may write at.
struct Editing {
    View view = View::fields;
    std::string document{};     // as typed, of View::text
    ports::NamedTexts typed{};  // of View::fields
    FormRows rows{};
    std::string seen{};
    ports::NamedTexts conflicts{};
    ports::Saving saving{};
};

struct BudgetEditor {
    Editing editing;
    std::vector<people::Level> levels{};  // for a new one
    std::string level{};
    base::Problems problems{};
    DocumentProblems lines{};              // each with its line
    const StoredBudget* stored = nullptr;  // null: a new one
    std::vector<BudgetVersion> versions{};
};
html::SafeHtml budget(const i18n::Translator& t, const BudgetEditor& editor);

struct RubricEditor {
    Editing editing;
    base::Problems problems{};
    DocumentProblems lines{};
    std::vector<StoredRubric> versions{};
};
html::SafeHtml rubric(const i18n::Translator& t, const RubricEditor& editor);

// The hidden fields that say how many rows a form shows.
inline constexpr std::string_view kFirstRows = "first_rows";
inline constexpr std::string_view kSecondRows = "second_rows";

std::string budget_path(base::Locale locale, std::string_view slug);
std::string rubric_path(base::Locale locale);

}  // namespace fairness_test::staff_pages
