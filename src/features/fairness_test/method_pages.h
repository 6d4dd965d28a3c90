// features/fairness_test/method_pages.h - how the test works, what it covers and what it does not know.
#pragma once
#include "models/budget_fairness/rubric/rubric.h"
#include "platform/html/template.h"
#include "platform/i18n/translator.h"

namespace fairness_test::pages {

html::SafeHtml method(const i18n::Translator& t, const budget_fairness::Rubric& rubric);

}  // namespace fairness_test::pages
