#include "features/jobs_calculator/scenario.h"

#include <algorithm>
#include <array>
#include <utility>

#include "base/text.h"
#include "people/level.h"

namespace jobs_calculator {
namespace {

constexpr std::size_t kLongestHeadline = 120;
constexpr std::size_t kLongestBody = 10'000;

// Pages and files that stand where scenarios do.
constexpr std::array<std::string_view, 6> kTaken{"method", "embed", "scenarios", "result", "new", "validation"};

void check_words(base::Problems& problems, const ScenarioWords& words, base::Locale locale) {
    if (words.is_empty()) return;
    const std::string suffix{base::code(locale)};
    if (words.headline.empty()) problems.push_back({"headline_" + suffix, base::message("Please write the headline.")});
    if (base::count_characters(words.headline) > kLongestHeadline)
        problems.push_back({"headline_" + suffix, base::message("The headline is too long: at most 120 characters.")});
    if (base::count_characters(words.body) > kLongestBody)
        problems.push_back({"body_" + suffix, base::message("The text is too long: at most 10,000 characters.")});
}

}  // namespace

std::optional<PublicScenario> public_scenario(const Scenario& scenario, base::Locale locale) {
    if (!scenario.is_public()) return std::nullopt;
    const bool has_words = !scenario.published->in(locale).is_empty();
    const base::Locale shown = has_words ? locale : base::other(locale);
    return PublicScenario{.slug = scenario.slug,
                          .level = scenario.level,
                          .words_locale = shown,
                          .words = scenario.published->in(shown),
                          .question = form_of_query(scenario.published->query),
                          .listing = scenario.listing,
                          .published_at = scenario.published_at.value_or(base::Instant{})};
}

base::Result<ScenarioContent, base::Problems> read_content(const ScenarioForm& form, base::Locale locale) {
    base::Problems problems;
    check_words(problems, form.english, base::Locale::english);
    check_words(problems, form.french, base::Locale::french);
    const auto question = read_question(form.question, locale);
    if (!question) std::ranges::move(base::Problems{question.error()}, std::back_inserter(problems));
    if (!problems.empty()) return problems;
    return ScenarioContent{query_of(form_of(*question)), form.english, form.french};
}

base::Problems problems_of_slug(std::string_view slug) {
    if (!people::is_slug(slug))
        return {{"slug", base::message("Please use small letters, digits and hyphens, like budget-2026.")}};
    if (std::ranges::find(kTaken, slug) != kTaken.end())
        return {{"slug", base::message("This address belongs to another page. Please choose another name.")}};
    return {};
}

base::Problems problems_of_publishing(const ScenarioContent& draft, OneLanguage decision) {
    if (draft.english.is_empty() && draft.french.is_empty())
        return {{"", base::message("There is no headline yet. Write it before you publish.")}};
    const bool lacks_one = draft.english.is_empty() || draft.french.is_empty();
    if (lacks_one && decision == OneLanguage::not_decided)
        return {{"one_language", base::message("One language is missing. Write it, or decide to publish without it.")}};
    return {};
}

}  // namespace jobs_calculator
