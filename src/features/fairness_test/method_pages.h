// features/fairness_test/method_pages.h - how the test works, what it covers and what it does not know.
#pragma once
#include <memory>
#include <vector>

#include "models/budget_fairness/population/quality.h"
#include "models/budget_fairness/rubric/rubric.h"
#include "platform/html/template.h"
#include "platform/i18n/translator.h"

namespace fairness_test::pages {

struct Method {
    std::shared_ptr<const budget_fairness::Rubric> rubric;
    std::vector<budget_fairness::Fit> fits{};  // of the made-up population; may be empty
};
html::SafeHtml method(const i18n::Translator& t, const Method& page);

}  // namespace fairness_test::pages
