// features/jobs_calculator/staff_pages.h - what staff see of prepared cuts. Each gives the content of <main>.
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "base/problem.h"
#include "features/jobs_calculator/answer.h"
#include "features/jobs_calculator/pages.h"
#include "features/jobs_calculator/scenario.h"
#include "people/level.h"
#include "platform/html/template.h"
#include "platform/i18n/translator.h"
#include "ports/editing.h"

namespace jobs_calculator::staff_pages {

struct ListedScenario {
    Scenario scenario;
    std::optional<Answer> answer;  // none where the data no longer answer it
};
struct ScenarioList {
    std::vector<ListedScenario> scenarios;
    std::string behind{};  // slug of the last one where more follow; "" where none do
};
html::SafeHtml list(const i18n::Translator& t, const ScenarioList& list);

struct NewForm {
    std::string slug, level;
    const base::Problems& problems;
    std::vector<people::Level> levels;
};
html::SafeHtml new_scenario(const i18n::Translator& t, const NewForm& form);

struct Overview {
    const Scenario& scenario;
    std::optional<Answer> answer;
    const base::Problems& problems;
};
html::SafeHtml overview(const i18n::Translator& t, const Overview& view);

// Both languages side by side, the question below.
struct Editor {
    ScenarioForm typed;
    base::Problems problems{};
    std::string seen{};
    ports::NamedTexts conflicts{};
    ports::Saving saving{};
    pages::Choices choices{};
};
html::SafeHtml text(const i18n::Translator& t, const Scenario& scenario, const Editor& editor);

// The draft as visitors will see it, one language below the other.
html::SafeHtml preview(const i18n::Translator& t, const Scenario& scenario, const std::optional<Answer>& answer);

// The headline in the reader's language where there is one, else in the other one, else the slug.
std::string title_of(const Scenario& scenario, base::Locale locale);

// "/en/staff/jobs-lost/budget-2026"
std::string staff_path(base::Locale locale, std::string_view slug);

}  // namespace jobs_calculator::staff_pages
