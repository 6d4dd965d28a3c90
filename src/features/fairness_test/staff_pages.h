// features/fairness_test/staff_pages.h - what staff see: budgets, the text of one, the rules of the test.
#pragma once
#include <string>
#include <vector>

#include "base/problem.h"
#include "features/fairness_test/document.h"
#include "features/fairness_test/stored.h"
#include "people/level.h"
#include "platform/html/template.h"
#include "platform/i18n/translator.h"

namespace fairness_test::staff_pages {

struct ListedBudget {
    StoredBudget budget;
    std::string title;
};
html::SafeHtml list(const i18n::Translator& t, const std::vector<ListedBudget>& budgets);

struct BudgetEditor {
    const std::string& document;
    std::vector<people::Level> levels{};  // for a new one
    std::string level{};
    base::Problems problems{};
    DocumentProblems lines{};              // each with its line
    const StoredBudget* stored = nullptr;  // null: a new one
    std::vector<BudgetVersion> versions{};
};
html::SafeHtml budget(const i18n::Translator& t, const BudgetEditor& editor);

struct RubricEditor {
    std::string document;
    base::Problems problems{};
    DocumentProblems lines{};
    std::vector<StoredRubric> versions{};
};
html::SafeHtml rubric(const i18n::Translator& t, const RubricEditor& editor);

std::string budget_path(base::Locale locale, std::string_view slug);
std::string rubric_path(base::Locale locale);

}  // namespace fairness_test::staff_pages
