#include "features/newsroom/section.h"

#include <algorithm>
#include <array>

#include "base/text.h"
#include "base/whole_number.h"
#include "people/level.h"

namespace newsroom {
namespace {

constexpr std::array<std::string_view, 8> kReserved{"topics", "levels",  "all",   "feed",
                                                    "feeds",  "archive", "items", "pages"};
constexpr std::int64_t kHighestPlace = 9'999;

struct Limit {
    std::string_view field;
    std::string SectionWords::* text;
    std::size_t characters;
    base::Message too_long;
};
constexpr std::array kLimits{
    Limit{"title_", &SectionWords::title, 120, base::message("The title is too long: at most 120 characters.")},
    Limit{"introduction_", &SectionWords::introduction, 4'000,
          base::message("The introduction is too long: at most 4,000 characters.")},
    Limit{"picture_alt_", &SectionWords::picture_alt, 300,
          base::message("The description of the picture is too long: at most 300 characters.")},
};

void check_language(base::Problems& problems, const SectionWords& words, base::Locale locale) {
    if (words.is_empty()) return;
    const std::string suffix{base::code(locale)};
    if (words.title.empty()) problems.push_back({"title_" + suffix, base::message("Please give the title.")});
    if (!people::is_slug(words.slug))
        problems.push_back(
            {"slug_" + suffix, base::message("The address takes small letters, digits and hyphens, up to 60.")});
    else if (is_reserved(words.slug))
        problems.push_back(
            {"slug_" + suffix, base::message("This address is used by the site itself. Choose another.")});
    for (const Limit& limit : kLimits)
        if (base::count_characters(words.*limit.text) > limit.characters)
            problems.push_back({std::string{limit.field} + suffix, limit.too_long});
}

}  // namespace

// A number alone is a year of the archive.
bool is_reserved(std::string_view slug) {
    return std::ranges::find(kReserved, slug) != kReserved.end() || base::whole_number(slug).has_value();
}

base::Problems problems_of(const SectionForm& form) {
    base::Problems problems;
    for (const base::Locale locale : base::kLocales) check_language(problems, form.in(locale), locale);
    if (form.english.is_empty() && form.french.is_empty())
        problems.push_back({"title_en", base::message("Please name the section in at least one language.")});
    const auto place = base::whole_number(form.place);
    if (!place || *place < 0 || *place > kHighestPlace)
        problems.push_back({"place", base::message("The order is a whole number from 0 to 9,999.")});
    if (base::count_characters(form.picture_source) > 200)
        problems.push_back({"picture_source", base::message("The source is too long: at most 200 characters.")});
    return problems;
}

base::Problems problems_of_publishing(const Section& section, OneLanguage decision) {
    const bool is_missing = section.english.is_empty() || section.french.is_empty();
    if (is_missing && decision == OneLanguage::not_decided)
        return {{"one_language", base::message("One language is missing. Write it, or decide to publish without it.")}};
    return {};
}

}  // namespace newsroom
