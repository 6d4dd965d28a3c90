// features/fairness_test/staff_form_pages.h - the fields in which staff enter a budget or the rules of the test.
#pragma once
#include <string_view>

#include "features/fairness_test/document_form.h"
#include "models/budget_fairness/rules/jurisdiction.h"
#include "platform/html/template.h"
#include "platform/i18n/translator.h"

namespace fairness_test::staff_pages {

// What stands in the fields, and beside them what is wrong and what somebody else saved meanwhile.
struct FormView {
    const ports::NamedTexts& typed;
    const FormRows& rows;
    const base::Problems& problems;
    const ports::NamedTexts& conflicts;
};

enum class AddressField : unsigned char { shown, hidden };  // the address of a budget is chosen once

html::SafeHtml budget_fields(const i18n::Translator& t, const FormView& view, AddressField address);
html::SafeHtml rubric_fields(const i18n::Translator& t, const FormView& view);

// The numbers of the law that a measure can change, by name, with what they are on the last day of the year; nothing
// for a year without law.
struct LawOf {
    budget_fairness::Jurisdiction place;
    int year;
};
html::SafeHtml parameter_list(const i18n::Translator& t, const LawOf& law);

}  // namespace fairness_test::staff_pages
