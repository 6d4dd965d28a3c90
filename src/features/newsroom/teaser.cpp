#include "features/newsroom/teaser.h"

#include <algorithm>
#include <array>
#include <optional>

#include "base/text.h"

namespace newsroom {
namespace {

constexpr std::array<std::string_view, 29> kEnglishAbbreviations{
    "mr", "mrs", "ms",  "dr",  "prof", "st",     "hon",  "rev", "gen", "col", "sgt", "inc", "ltd", "co", "corp",
    "no", "vs",  "etc", "e.g", "i.e",  "approx", "dept", "fig", "vol", "u.s", "u.k", "jr",  "sr",  "gov"};
constexpr std::array<std::string_view, 24> kFrenchAbbreviations{
    "m",   "mm",  "dr", "dre", "me",  "pr", "prof", "st",   "ste", "p. ex", "ex",     "cf",
    "etc", "env", "éd", "art", "vol", "no", "inc",  "ltée", "av",  "boul",  "c.-à-d", "hon"};

bool is_blank(char c) { return c == ' '; }

// The character at this place and its length; texts are UTF-8.
std::string_view character_at(std::string_view text, std::size_t place) {
    const auto lead = static_cast<unsigned char>(text[place]);
    const std::size_t length = lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
    return text.substr(place, length);
}

constexpr std::array<std::string_view, 9> kClosing{"”", "’", "»", "\"", "'", ")", "]", "\u00a0", "\u202f"};

bool is_closing(std::string_view character) { return std::ranges::find(kClosing, character) != kClosing.end(); }

// Behind the marks that may close after the end of a sentence: ” » ) and the blanks inside « ».
std::size_t skip_closing(std::string_view text, std::size_t place) {
    while (place < text.size()) {
        if (text.substr(place).starts_with(" »")) ++place;  // where the blank was not made a no-break one
        if (!is_closing(character_at(text, place))) break;
        place += character_at(text, place).size();
    }
    return place;
}

// Whether a sentence can begin with this. Letters beyond ASCII: É and its like stand at C3 80..9E, Œ at C5 92.
bool can_begin_sentence(std::string_view character) {
    const char first = character.front();
    if (character.size() == 1)
        return (first >= 'A' && first <= 'Z') || (first >= '0' && first <= '9') || first == '"' || first == '(' ||
               first == '\'';
    const auto second = static_cast<unsigned char>(character[1]);
    if (character == "“" || character == "«" || character == "‘" || character == "—" || character == "–") return true;
    return (character[0] == '\xC3' && second <= 0x9E) || character == "Œ" || character[0] == '\xE2';
}

// The word before a full stop: from the blank or opening mark in front of it.
std::string_view word_before(std::string_view text, std::size_t stop) {
    std::size_t begin = stop;
    while (begin > 0 && text[begin - 1] != ' ' && text[begin - 1] != '(' && text[begin - 1] != '\'') --begin;
    return text.substr(begin, stop - begin);
}

bool is_initial(std::string_view word) { return word.size() == 1 && word[0] >= 'A' && word[0] <= 'Z'; }

bool ends_with_abbreviation(std::string_view before, base::Locale locale) {
    const std::string lower =
        base::lower_ascii(before.substr(before.size() - std::min<std::size_t>(before.size(), 16)));
    const auto fits = [&](std::string_view abbreviation) {
        if (!lower.ends_with(abbreviation)) return false;
        const auto rest = lower.size() - abbreviation.size();
        return rest == 0 || lower[rest - 1] == ' ' || lower[rest - 1] == '(' || lower[rest - 1] == '\'';
    };
    return locale == base::Locale::english ? std::ranges::any_of(kEnglishAbbreviations, fits)
                                           : std::ranges::any_of(kFrenchAbbreviations, fits);
}

// The length of the end mark here: . ! ? or the three dots of …; 0 for anything else.
std::size_t mark_length(std::string_view text, std::size_t place) {
    const char c = text[place];
    if (c == '.' || c == '!' || c == '?') return 1;
    return text.substr(place).starts_with("…") ? 3 : 0;
}

// Where the sentence that has its mark here ends, behind its closing marks; nullopt when it goes on.
std::optional<std::size_t> end_of_sentence(std::string_view text, std::size_t mark, base::Locale locale) {
    const std::size_t length = mark_length(text, mark);
    if (length == 0) return std::nullopt;
    const std::size_t end = skip_closing(text, mark + length);
    if (end == text.size()) return end;
    if (!is_blank(text[end]) || !can_begin_sentence(character_at(text, end + 1))) return std::nullopt;
    if (text[mark] == '.' && end == mark + 1) {
        const auto before = text.substr(0, mark);
        if (is_initial(word_before(text, mark)) || ends_with_abbreviation(before, locale)) return std::nullopt;
    }
    return end;
}

// A line that ends with a blank before the cut, or at the cut where there is none, and "…".
std::string cut_between_words(std::string_view start) {
    const auto last = start.rfind(' ');
    auto kept = last == std::string_view::npos ? start : start.substr(0, last);
    while (!kept.empty() && (kept.back() == ',' || kept.back() == ';' || kept.back() == ':' || kept.back() == ' '))
        kept.remove_suffix(1);
    return std::string{kept} + "…";
}

}  // namespace

std::string teaser_from(const TeaserSource& source) {
    const std::string line = base::collapse_spaces(source.text);
    if (base::count_characters(line) <= source.limit) return line;
    const auto start = base::first_characters(line, source.limit);
    std::size_t end = 0;
    for (std::size_t i = 0; i < start.size(); ++i) {
        const auto found = end_of_sentence(line, i, source.locale);
        if (found && *found <= start.size()) end = *found;
    }
    if (end > 0) return line.substr(0, end);
    return cut_between_words(base::first_characters(line, source.limit - 1));
}

}  // namespace newsroom
