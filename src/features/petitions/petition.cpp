#include "features/petitions/petition.h"

#include <algorithm>
#include <array>
#include <chrono>

#include "base/text.h"
#include "base/whole_number.h"
#include "people/level.h"

namespace petitions {
namespace {

constexpr std::size_t kLongestSlug = 80;
constexpr std::int64_t kHighestGoal = 100'000'000;

struct Limit {
    std::string_view field;
    std::string TextForm::* text;
    std::size_t characters;
    base::Message too_long;
};

constexpr std::array kLimits{
    Limit{"title_", &TextForm::title, 200, base::message("The title is too long: at most 200 characters.")},
    Limit{"lead_", &TextForm::lead, 500, base::message("The introduction is too long: at most 500 characters.")},
    Limit{"body_", &TextForm::body, 20'000, base::message("The text is too long: at most 20,000 characters.")},
    Limit{"thanks_", &TextForm::thanks, 2'000,
          base::message("The thank-you text is too long: at most 2,000 characters.")},
};

void check_language(base::Problems& problems, const TextForm& form, base::Locale locale) {
    if (form.is_empty()) return;
    const std::string suffix{base::code(locale)};
    if (form.title.empty()) problems.push_back({"title_" + suffix, base::message("Please give the title.")});
    if (form.body.empty()) problems.push_back({"body_" + suffix, base::message("Please write the text.")});
    for (const Limit& limit : kLimits)
        if (base::count_characters(form.*limit.text) > limit.characters)
            problems.push_back({std::string{limit.field} + suffix, limit.too_long});
}

// "2027-05-01" as browsers send it; the first instant of that day at UTC-5.
std::optional<base::Instant> day_at_utc_minus_5(std::string_view text) {
    if (text.size() != 10 || text[4] != '-' || text[7] != '-') return std::nullopt;
    const auto year = base::whole_number(text.substr(0, 4));
    const auto month = base::whole_number(text.substr(5, 2));
    const auto day = base::whole_number(text.substr(8, 2));
    if (!year || !month || !day || *month < 0 || *day < 0) return std::nullopt;
    const std::chrono::year_month_day date{std::chrono::year{static_cast<int>(*year)},
                                           std::chrono::month{static_cast<unsigned>(*month)},
                                           std::chrono::day{static_cast<unsigned>(*day)}};
    if (!date.ok()) return std::nullopt;
    const auto days = std::chrono::sys_days{date}.time_since_epoch().count();
    return base::Instant{} + base::days(days) + base::hours(5);
}

}  // namespace

Stage Petition::stage(base::Instant now) const {
    if (!published_at) return Stage::draft;
    if (closed_at || (closes_at && now >= *closes_at)) return Stage::closed;
    return Stage::open;
}

base::Problems problems_of(const TextForms& forms) {
    base::Problems problems;
    for (const base::Locale locale : base::kLocales) check_language(problems, forms.in(locale), locale);
    if (forms.english.is_empty() && forms.french.is_empty())
        problems.push_back({"title_en", base::message("Please write the text in at least one language.")});
    return problems;
}

base::Result<PetitionPlan, base::Problems> read_plan(const PetitionForm& form) {
    base::Problems problems;
    const auto kind = kind_of(form.kind);
    const auto goal = form.goal.empty() ? std::optional<std::int64_t>{0} : base::whole_number(form.goal);
    const auto closes_on = day_at_utc_minus_5(form.closes_on);
    if (!people::is_slug(form.slug, kLongestSlug))
        problems.push_back({"slug", base::message("The address takes small letters, digits and hyphens, up to 80.")});
    if (!kind) problems.push_back({"kind", base::message("Please choose what it is.")});
    if (!goal || *goal < 0 || *goal > kHighestGoal)
        problems.push_back({"goal", base::message("The goal is a whole number, or empty for none.")});
    if (!form.closes_on.empty() && !closes_on)
        problems.push_back({"closes_on", base::message("Please give a day, like 2027-05-01, or leave it empty.")});
    if (!problems.empty()) return problems;
    const auto closes_at = closes_on ? std::optional{*closes_on + base::days(1)} : std::nullopt;
    return PetitionPlan{form.slug, *kind, *goal, closes_at, form.level};
}

base::Problems problems_of_publishing(const std::vector<Text>& newest, OneLanguage decision) {
    if (newest.empty()) return {{"", base::message("There is no text yet. Write it before you publish.")}};
    if (newest.size() < base::kLocales.size() && decision == OneLanguage::not_decided)
        return {{"one_language", base::message("One language is missing. Write it, or decide to publish without it.")}};
    return {};
}

std::string_view name_of(Kind kind) {
    switch (kind) {
        case Kind::petition:
            return "petition";
        case Kind::pledge:
            return "pledge";
        case Kind::proclamation:
            return "proclamation";
    }
    return "petition";
}

std::optional<Kind> kind_of(std::string_view name) {
    for (const Kind kind : {Kind::petition, Kind::pledge, Kind::proclamation})
        if (name == name_of(kind)) return kind;
    return std::nullopt;
}

}  // namespace petitions
