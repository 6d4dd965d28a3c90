#include "features/newsroom/teaser.h"

#include <algorithm>
#include <array>
#include <optional>

#include "base/text.h"

namespace newsroom {
namespace {

// Those that hardly ever end a sentence.
constexpr auto kEnglishAbbreviations = std::to_array<std::string_view>(
    {"mr",  "mrs", "ms",   "dr",  "prof", "st",   "hon",  "rev", "gen",    "col",  "sgt",   "capt", "lt",   "vs",
     "e.g", "i.e", "dept", "fig", "vol",  "gov",  "sen",  "rep", "pres",   "mt",   "ft",    "jan",  "feb",  "mar",
     "apr", "aug", "sep",  "oct", "nov",  "dec",  "sept", "p",   "pp",     "nos",  "cf",    "ave",  "blvd", "tel",
     "ext", "eds", "ont",  "que", "alta", "sask", "assn", "sec", "messrs", "supt", "approx"});
constexpr auto kFrenchAbbreviations = std::to_array<std::string_view>(
    {"m",   "mm",  "dr",  "dre",   "me",   "pr", "prof", "st",  "ste",  "p. ex", "ex",   "cf",    "env",
     "éd",  "vol", "av",  "hon",   "p",    "pp", "chap", "tél", "mgr",  "janv",  "avr",  "févr",  "sept",
     "oct", "nov", "déc", "juill", "boul", "vs", "dép",  "adj", "gouv", "sts",   "stes", "c.-à-d"});
// Those that end a sentence as often as not.
constexpr auto kFinalAbbreviations =
    std::to_array<std::string_view>({"etc", "inc", "ltd", "ltée", "co", "corp", "cie", "jr", "sr", "no", "al", "art"});

bool is_blank(char c) { return c == ' '; }

// The character at this place and its length; texts are UTF-8.
std::string_view character_at(std::string_view text, std::size_t place) {
    const auto lead = static_cast<unsigned char>(text[place]);
    const std::size_t length = lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
    return text.substr(place, length);
}

constexpr std::array<std::string_view, 9> kClosing{"”", "’", "»", "\"", "'", ")", "]", "\u00a0", "\u202f"};

constexpr auto kBeforeWords = std::to_array<std::string_view>({" ", "(", "'", "’", "\"", "“", "\u00a0", "\u202f", "-"});

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

bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

bool is_initial(std::string_view word) { return word.size() == 1 && word[0] >= 'A' && word[0] <= 'Z'; }

// "U.S", "p.m", "C.-B", "P.E.I": single letters with points between them.
bool is_made_of_initials(std::string_view word) {
    bool wants_letter = true;
    for (const char c : word) {
        if (c == '-' && wants_letter) continue;
        if (is_letter(c) != wants_letter || (!wants_letter && c != '.')) return false;
        wants_letter = !wants_letter;
    }
    return !wants_letter && word.contains('.');
}

// Whether the text ends with this word, and not with a longer one that ends so.
bool ends_with_word(std::string_view lower, std::string_view word) {
    if (!lower.ends_with(word)) return false;
    lower.remove_suffix(word.size());
    return lower.empty() || std::ranges::any_of(kBeforeWords, [lower](auto mark) { return lower.ends_with(mark); });
}

enum class Word : unsigned char { any, abbreviation, final_abbreviation };

// What stands before a full stop.
Word word_at_end(std::string_view before, base::Locale locale) {
    const auto lower = base::lower_ascii(before.substr(before.size() - std::min<std::size_t>(before.size(), 16)));
    const auto is_one = [&lower](std::string_view word) { return ends_with_word(lower, word); };
    const bool is_known = locale == base::Locale::english ? std::ranges::any_of(kEnglishAbbreviations, is_one)
                                                          : std::ranges::any_of(kFrenchAbbreviations, is_one);
    const auto word = word_before(before, before.size());
    if (is_known || is_initial(word)) return Word::abbreviation;
    const bool is_final = std::ranges::any_of(kFinalAbbreviations, is_one) || is_made_of_initials(word);
    return is_final ? Word::final_abbreviation : Word::any;
}

// The length of the end mark here: . ! ? or the three dots of …; 0 for anything else.
std::size_t mark_length(std::string_view text, std::size_t place) {
    const char c = text[place];
    if (c == '.' || c == '!' || c == '?') return 1;
    return text.substr(place).starts_with("…") ? 3 : 0;
}

struct SentenceEnd {
    std::size_t place;
    bool is_doubtful = false;  // behind "etc." or "p.m."
};

// Where the sentence that has its mark here ends, behind its closing marks; nullopt when it goes on.
std::optional<SentenceEnd> end_of_sentence(std::string_view text, std::size_t mark, base::Locale locale) {
    const std::size_t length = mark_length(text, mark);
    if (length == 0) return std::nullopt;
    const std::size_t end = skip_closing(text, mark + length);
    if (end == text.size()) return SentenceEnd{end};
    if (!is_blank(text[end]) || !can_begin_sentence(character_at(text, end + 1))) return std::nullopt;
    if (text[mark] != '.' || end != mark + 1) return SentenceEnd{end};
    const auto word = word_at_end(text.substr(0, mark), locale);
    if (word == Word::abbreviation) return std::nullopt;
    return SentenceEnd{end, word == Word::final_abbreviation};
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
    std::size_t doubtful_end = 0;
    for (std::size_t i = 0; i < start.size(); ++i) {
        const auto found = end_of_sentence(line, i, source.locale);
        if (found && found->place <= start.size()) (found->is_doubtful ? doubtful_end : end) = found->place;
    }
    if (end == 0) end = doubtful_end;
    if (end > 0) return line.substr(0, end);
    return cut_between_words(base::first_characters(line, source.limit - 1));
}

}  // namespace newsroom
