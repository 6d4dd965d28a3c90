// features/jobs_calculator/scenario.h - a cut that staff have prepared, with a headline of its own in both languages:
// "the 2026 budget's cut". Pure: no SQL, no HTML, no clock.
#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/id.h"
#include "base/instant.h"
#include "base/level_id.h"
#include "base/locale.h"
#include "base/problem.h"
#include "base/result.h"
#include "features/jobs_calculator/question.h"

namespace jobs_calculator {

using ScenarioId = base::Id<struct JobsScenarioTag>;

// The words of one language.
struct ScenarioWords {
    std::string headline;  // 1..120 characters: "The 2026 budget cuts the night shift"
    std::string body;      // Markdown, 0..10,000 characters; where the figures of the cut are from

    bool is_empty() const { return headline.empty() && body.empty(); }
    bool operator==(const ScenarioWords&) const = default;
};

// What a page is made of: once as staff write it, once as it was last published.
struct ScenarioContent {
    std::string query;  // the question, as query_of gives it
    ScenarioWords english, french;

    const ScenarioWords& in(base::Locale locale) const { return locale == base::Locale::english ? english : french; }
    ScenarioWords& in(base::Locale locale) { return locale == base::Locale::english ? english : french; }
    bool operator==(const ScenarioContent&) const = default;
};

// Whether it stands among the ways to act on hubs, beside having a page.
enum class Listing : unsigned char { page_only = 0, listed = 1 };

struct Scenario {
    ScenarioId id;
    base::LevelId level;
    std::string slug;  // 1..60 of a-z, 0-9 and inner hyphens; never changes
    Listing listing;
    ScenarioContent draft;
    std::optional<ScenarioContent> published;  // what everybody sees
    std::optional<base::Instant> published_at;
    std::optional<base::Instant> withdrawn_at;  // taken from the site by hand

    bool is_public() const { return published.has_value() && !withdrawn_at; }
    bool has_changes() const { return !published || draft != *published; }
};

// A scenario as the public gets it, in one language.
struct PublicScenario {
    std::string slug;
    base::LevelId level;
    base::Locale words_locale;  // the other language's where there is none in the reader's
    ScenarioWords words;
    QuestionForm question;
    Listing listing;
    base::Instant published_at;
};
// nullopt where it is not public.
std::optional<PublicScenario> public_scenario(const Scenario& scenario, base::Locale locale);

// As typed by staff; the question's own fields beside it.
struct ScenarioForm {
    std::string slug, level;  // for a new one only
    ScenarioWords english, french;
    QuestionForm question;
    Listing listing = Listing::page_only;
};

// Everything wrong with the words and the question: headline_en, body_en, ..., and the fields of the question. A
// language that is wholly empty is not wrong here: publishing decides about that.
base::Result<ScenarioContent, base::Problems> read_content(const ScenarioForm& form, base::Locale locale);

// The problem with the name in the address, if any; names of other pages below the calculator are taken.
base::Problems problems_of_slug(std::string_view slug);

enum class OneLanguage : unsigned char { not_decided, decided };

// What keeps it from being published now: no headline at all, a missing language without a decision. Fields: "" and
// one_language.
base::Problems problems_of_publishing(const ScenarioContent& draft, OneLanguage decision);

}  // namespace jobs_calculator
