// features/jobs_calculator/pages.h - what visitors see of the calculator. Each gives the content of <main>.
#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/problem.h"
#include "features/jobs_calculator/answer.h"
#include "features/jobs_calculator/link.h"
#include "features/jobs_calculator/scenario.h"
#include "platform/html/template.h"
#include "platform/i18n/translator.h"
#include "ports/actions.h"

namespace jobs_calculator::pages {

// What the menus of the form offer.
struct Choices {
    std::vector<jobs_lost::Jurisdiction> with_data;  // west to east
    std::vector<int> years;                          // newest first
    int latest_year = 0;                             // whose prices are known
};
Choices choices_of(const jobs_lost::Economies& economies);

// The addresses of one answer, all of this host but `link`.
struct Addresses {
    std::string link;  // absolute; always gives this answer from this edition of the data
    std::string page;  // the same as a path
    std::string csv, json, embed, method;
};

struct CalculatorPage {
    const QuestionForm& typed;
    const base::Problems& problems;
    const Choices& choices;
    const Answer* answer = nullptr;  // absent beside problems
    Addresses addresses{};
    std::optional<OlderLink> older_link{};
    CommunityForm community{};                 // as typed
    std::vector<ports::Action> next{};         // at most two
    const PublicScenario* scenario = nullptr;  // whose page this is
    std::vector<PublicScenario> scenarios{};   // to try; the first of the list
    bool has_more_scenarios = false;
};
html::SafeHtml calculator(const i18n::Translator& t, const CalculatorPage& page);

// The parts, for calculator() and for frames of other sites.
html::SafeHtml question_form(const i18n::Translator& t, const CalculatorPage& page);
// The fields of the question alone, for a form of staff.
struct QuestionFields {
    const QuestionForm& typed;
    const base::Problems& problems;
    const Choices& choices;
};
html::SafeHtml question_fields(const i18n::Translator& t, const QuestionFields& fields);
html::SafeHtml result(const i18n::Translator& t, const CalculatorPage& page);
html::SafeHtml spread_chart(const i18n::Translator& t, const Answer& answer);

// The whole document for a frame on another site: the figure, the picture, the way to the working.
struct EmbeddedAnswer {
    const Answer& answer;
    const Addresses& addresses;
    std::string_view campaign;
    LinkState state = LinkState::today;
};
html::SafeHtml embedded(const i18n::Translator& t, const EmbeddedAnswer& embedded);
html::SafeHtml embedded_problem(const i18n::Translator& t, std::string_view calculator_address);

// The list of prepared cuts, each with its figure.
struct CountedScenario {
    PublicScenario scenario;
    std::optional<Answer> answer;  // none where the data no longer answer it
};
enum class More : unsigned char { no, yes };
html::SafeHtml scenario_list(const i18n::Translator& t, const std::vector<CountedScenario>& scenarios, More more);

// A scenario on a hub, as one <section>.
html::SafeHtml scenario_block(const i18n::Translator& t, const PublicScenario& scenario, const Answer& answer);

// The iframe for other sites, as text.
std::string embed_snippet(const i18n::Translator& t, const Answer& answer, std::string_view embed_address);

// "/en/jobs-lost", "/en/jobs-lost/budget-2026"
std::string calculator_path(base::Locale locale);
std::string scenario_path(base::Locale locale, std::string_view slug);

}  // namespace jobs_calculator::pages
