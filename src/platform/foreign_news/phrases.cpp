#include "platform/foreign_news/phrases.h"

#include <algorithm>
#include <array>
#include <span>

#include "base/text.h"
#include "platform/foreign_news/date.h"
#include "platform/foreign_news/fold.h"
#include "platform/foreign_news/phrase_lists.h"
#include "platform/foreign_news/sentences.h"

namespace foreign_news {
namespace {

// Alone they are a link; longer words may follow them in one.
bool has(std::span<const std::string_view> all, std::string_view text) {
    return std::ranges::find(all, text) != all.end();
}

// Folded, words and digits only, parted by single spaces; apostrophes and inner hyphens stay.
std::string words_of(std::string_view text) {
    std::string out;
    for (const char c : folded(text).text) {
        const bool is_kept = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '\'' || c == '-';
        if (is_kept && !(c == '-' && (out.empty() || out.back() == ' ')))
            out += c;
        else if (!out.empty() && out.back() != ' ')
            out += ' ';
    }
    while (!out.empty() && (out.back() == ' ' || out.back() == '-')) out.pop_back();
    return out;
}

bool begins_as(std::span<const std::string_view> all, std::string_view words) {
    return std::ranges::any_of(all, [words](std::string_view phrase) {
        return words.starts_with(phrase) && (words.size() == phrase.size() || words[phrase.size()] == ' ');
    });
}

bool is_capital(char c) { return c >= 'A' && c <= 'Z'; }

// Where the mark of a "Read more" at the end of a text begins: behind the sentence, with its bracket.
std::size_t before_brackets(std::string_view text, std::size_t at) {
    while (at > 0 && std::string_view{" [(>|<-"}.contains(text[at - 1])) --at;
    return at;
}

// Marks that turn what follows around: a page that never ends them would turn ours.
bool turns_direction(std::string_view character) {
    const bool is_mark = character == "\u200e" || character == "\u200f";
    return is_mark || (character >= "\u202a" && character <= "\u202e") ||
           (character >= "\u2066" && character <= "\u2069");
}

}  // namespace

bool is_read_more(std::string_view text) {
    if (text.size() > 80) return false;
    const auto words = words_of(text);
    if (words.empty()) return text == "»" || text == ">>" || text == "→";
    return has(kReadMore, words) || has(kReadMoreAlone, words);
}

bool begins_with_read_more(std::string_view text) {
    return text.size() <= 400 && begins_as(kReadMore, words_of(text.substr(0, 80)));
}

bool take_read_more_off(std::string& text) {
    const auto window = text.size() > 60 ? text.size() - 60 : std::size_t{0};
    for (auto at = window; at < text.size(); ++at) {
        const bool begins_word = at == 0 || std::string_view{" [(.>|"}.contains(text[at - 1]) ||
                                 text[at - 1] == '\xA6' || text[at - 1] == '\xA0';
        const bool is_mark = text.substr(at, 2) == "»" || text.substr(at, 2) == ">>";
        if (!begins_word || (!is_capital(text[at]) && (at == 0 || text[at - 1] != '[')) || is_mark) continue;
        const auto words = words_of(std::string_view{text}.substr(at));
        const bool is_bracketed = at > 0 && (text[at - 1] == '[' || text[at - 1] == '(');
        if (!has(kReadMore, words) && !(is_bracketed && has(kReadMoreAlone, words))) continue;
        text.resize(before_brackets(text, at));
        return true;
    }
    return false;
}

bool is_pager(std::string_view text) {
    const bool is_sentence = text.ends_with('.') && !text.ends_with("..");
    if (text.size() > 160 || is_sentence || year_heading(text)) return false;
    const auto words = words_of(text);
    if (has(kPager, words)) return true;
    // "1 2 3 4 next last", "page 2 of 5"
    std::size_t numbers = 0;
    std::size_t others = 0;
    std::string_view rest = words;
    while (!rest.empty()) {
        const auto end = std::min(rest.find(' '), rest.size());
        const auto word = rest.substr(0, end);
        if (word.find_first_not_of("0123456789") == std::string_view::npos)
            ++numbers;
        else if (!has(kPager, word) && word != "page" && word != "pages" && word != "of" && word != "sur" &&
                 word != "de")
            ++others;
        rest.remove_prefix(std::min(end + 1, rest.size()));
    }
    const bool has_page_word = words.starts_with("page ");
    return others == 0 && (numbers >= 2 || (has_page_word && numbers == 1));
}

// "Home | About | Contact": three short parts or more, none of them a sentence.
bool is_menu_line(std::string_view text) {
    if (text.size() > 240) return false;
    std::size_t parts = 0;
    while (!text.empty()) {
        const auto end = std::min(text.find(" | "), text.size());
        const auto part = text.substr(0, end);
        const bool is_short = !part.empty() && part.size() <= 30 && std::ranges::count(part, ' ') <= 3;
        if (!is_short || std::string_view{".!?"}.contains(part.back())) return false;
        ++parts;
        text.remove_prefix(std::min(end + 3, text.size()));
    }
    return parts >= 3;
}

// "Share: Facebook, Twitter", "Partager cette page sur Facebook": nothing but such words.
bool is_share_line(std::string_view words) {
    if (words.size() > 120) return false;
    bool names_place = false;
    while (!words.empty()) {
        const auto end = std::min(words.find(' '), words.size());
        const auto word = words.substr(0, end);
        names_place = names_place || has(kSharePlaces, word);
        if (!has(kSharePlaces, word) && !has(kShareWords, word)) return false;
        words.remove_prefix(std::min(end + 1, words.size()));
    }
    return names_place;
}

bool is_end_matter(std::string_view text) {
    if (is_menu_line(text)) return true;
    if (text.starts_with("©") || text.starts_with("(c) ") || text.starts_with("&copy")) return true;
    return text.size() <= 240 && begins_as(kEndMatter, words_of(text));
}

bool is_beside_item(std::string_view text) {
    if (text.size() > 120) return false;
    auto words = words_of(text);
    if (is_share_line(words)) return true;
    if (begins_as(kWrittenBy, words) && looks_cut(text)) return true;
    if (begins_as(kFiledUnder, words) && looks_cut(text)) return true;
    if (text.size() > 60) return false;
    if (has(kBesideItem, words)) return true;
    const auto number_end = words.find_first_not_of("0123456789");
    if (number_end == std::string::npos || number_end == 0) return false;
    const auto counted = words.substr(std::min(number_end + 1, words.size()));
    return counted == "comments" || counted == "comment" || counted == "commentaires" || counted == "commentaire" ||
           counted == "responses" || counted == "shares" || counted == "partages" || counted == "views";
}

bool is_caption(std::string_view text) { return text.size() <= 160 && begins_as(kCaptions, words_of(text)); }

bool is_caption_line(std::string_view text) {
    if (!is_caption(text)) return false;
    const auto colon = text.find(':');
    return text.starts_with('(') || (colon != std::string_view::npos && colon <= 20);
}

bool is_hidden_heading(std::string_view text) { return has(kHiddenHeadings, words_of(text)); }

std::string shown_words(std::string_view text) {
    std::string out;
    out.reserve(text.size());
    while (!text.empty()) {
        const std::size_t length = static_cast<unsigned char>(text[0]) < 0xC2   ? 1
                                   : static_cast<unsigned char>(text[0]) < 0xE0 ? 2
                                                                                : 3;
        const auto character = text.substr(0, length);
        const bool is_unseen = character == "\u200b" || character == "\u00ad" || character == "\ufeff" ||
                               character == "\u2060" || turns_direction(character);
        const bool is_thin = character == "\u202f" || character == "\u2009" || character == "\u2002" ||
                             character == "\u2003" || character == "\u3000" || character == "\u2028";
        if (is_thin)
            out += ' ';
        else if (!is_unseen)
            out += character;
        text.remove_prefix(std::min(length, text.size()));
    }
    return base::collapse_spaces(out);
}

std::string essence(std::string_view text) {
    auto words = words_of(text);
    std::erase_if(words, [](char c) { return c == ' ' || c == '-' || c == '\''; });
    return words;
}

}  // namespace foreign_news
