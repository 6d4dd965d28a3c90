#include "features/newsroom/item.h"

#include <algorithm>
#include <array>

#include "base/text.h"
#include "features/newsroom/teaser.h"

namespace newsroom {
namespace {

constexpr std::array<std::string_view, 5> kStages{"draft", "in_review", "scheduled", "published", "withdrawn"};
constexpr std::size_t kMostBodyBytes = 100'000;  // what Markdown is read of
constexpr std::size_t kLongestSlug = 80;

struct Limit {
    std::string_view field;
    std::string ItemWords::* text;
    std::size_t characters;
    base::Message too_long;
};
constexpr std::array kLimits{
    Limit{"title_", &ItemWords::title, 200, base::message("The title is too long: at most 200 characters.")},
    Limit{"teaser_", &ItemWords::teaser, kLongestTeaser,
          base::message("The teaser is too long: at most 600 characters.")},
    Limit{"body_", &ItemWords::body, 100'000, base::message("The text is too long: at most 100,000 characters.")},
    Limit{"quotation_", &ItemWords::quotation, 1'000,
          base::message("The quotation is too long: at most 1,000 characters.")},
    Limit{"quoted_name_", &ItemWords::quoted_name, 120, base::message("The name is too long: at most 120 characters.")},
    Limit{"quoted_office_", &ItemWords::quoted_office, 200,
          base::message("The office is too long: at most 200 characters.")},
};

void check_language(base::Problems& problems, const ItemWords& words, base::Locale locale) {
    if (words.is_empty()) return;
    const std::string suffix{base::code(locale)};
    if (words.title.empty() && words.teaser.empty() && words.body.empty())
        problems.push_back({"body_" + suffix, base::message("Please write a title, a teaser or a text.")});
    for (const Limit& limit : kLimits)
        if (base::count_characters(words.*limit.text) > limit.characters)
            problems.push_back({std::string{limit.field} + suffix, limit.too_long});
    if (words.body.size() > kMostBodyBytes && base::count_characters(words.body) <= 100'000)
        problems.push_back({"body_" + suffix, base::message("The text is too long: at most 100,000 characters.")});
    if (!words.quotation.empty() && words.quoted_name.empty())
        problems.push_back({"quoted_name_" + suffix, base::message("Please say whose words these are.")});
}

bool is_of_word(char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'); }

// The next word of the text as an address can hold it, taken off its front; empty at the end of the text.
std::string next_word(std::string_view& text) {
    const auto is_border = [](char c) { return c == ' ' || c == '\'' || c == '-' || c == '/' || c == ',' || c == '.'; };
    while (!text.empty() && is_border(text.front())) text.remove_prefix(1);
    const auto end = std::ranges::find_if(text, is_border) - text.begin();
    std::string word = base::fold_name(text.substr(0, static_cast<std::size_t>(end)));
    text.remove_prefix(static_cast<std::size_t>(end));
    std::erase_if(word, [](char c) { return !is_of_word(c); });
    return word;
}

// Typographic apostrophes and dashes part words as the plain ones do.
std::string with_plain_borders(std::string_view words) {
    std::string plain = base::collapse_spaces(words);
    for (const std::string_view mark : {"’", "–", "—", "…", "\u202f"})
        for (auto found = plain.find(mark); found != std::string::npos; found = plain.find(mark, found))
            plain.replace(found, mark.size(), " ");
    return plain;
}

}  // namespace

std::string_view name_of(Stage stage) { return kStages[static_cast<std::size_t>(stage)]; }

std::optional<Stage> stage_of(std::string_view name) {
    const auto found = std::ranges::find(kStages, name);
    if (found == kStages.end()) return std::nullopt;
    return static_cast<Stage>(found - kStages.begin());
}

std::string proposed_slug(std::string_view words, std::optional<Day> day) {
    constexpr std::size_t kMostWords = 8;
    std::string slug = day ? iso(*day) : std::string{};
    const std::string plain = with_plain_borders(words);
    std::string_view rest = plain;
    std::size_t taken = 0;
    while (!rest.empty() && taken < kMostWords) {
        const std::string word = next_word(rest);
        if (word.empty()) continue;
        if (slug.size() + word.size() + 1 > kLongestSlug) break;
        slug += (slug.empty() ? "" : "-") + word;
        ++taken;
    }
    if (taken == 0) slug += slug.empty() ? "item" : "-item";
    return slug;
}

base::Problems problems_of(const ItemForms& forms) {
    base::Problems problems;
    for (const base::Locale locale : base::kLocales) check_language(problems, forms.in(locale), locale);
    if (forms.english.is_empty() && forms.french.is_empty())
        problems.push_back({"body_en", base::message("Please write the text in at least one language.")});
    return problems;
}

bool is_allowed(Move move) {
    switch (move.to) {
        case Stage::draft:
            return move.from != Stage::draft && move.from != Stage::published;
        case Stage::in_review:
            return move.from == Stage::draft;
        case Stage::scheduled:
            return move.from != Stage::published && move.from != Stage::withdrawn;
        case Stage::published:
            return true;
        case Stage::withdrawn:
            return move.from == Stage::published;
    }
    return false;
}

base::Problems problems_of_publishing(const Publishable& item, OneLanguage decision) {
    const bool has_english = !item.words.english.is_empty(), has_french = !item.words.french.is_empty();
    if (!has_english && !has_french) return {{"", base::message("There is no text yet. Write it before you publish.")}};
    base::Problems problems;
    if (item.sections == 0)
        problems.push_back({"sections", base::message("Choose at least one section before you publish.")});
    const auto lacks_words = [&](const ItemPicture& picture) {
        return (has_english && picture.alt_en.empty()) || (has_french && picture.alt_fr.empty());
    };
    if (std::ranges::any_of(item.pictures, lacks_words))
        problems.push_back({"pictures", base::message("Describe each picture in words before you publish.")});
    if (has_english != has_french && decision == OneLanguage::not_decided)
        problems.push_back(
            {"one_language", base::message("One language is missing. Write it, or decide to publish without it.")});
    return problems;
}

}  // namespace newsroom
