#include "features/message_guides/wording.h"

#include <algorithm>
#include <memory>
#include <stdexcept>

#include <libstemmer.h>
#include <unicode/uchar.h>
#include <unicode/utf8.h>

namespace message_guides {
namespace {

bool is_letter(UChar32 c) { return c >= 0 && (u_isalnum(c) || u_charType(c) == U_NON_SPACING_MARK); }

void append(std::string& text, UChar32 c) {
    std::uint8_t bytes[U8_MAX_LENGTH];
    std::size_t length = 0;
    U8_APPEND_UNSAFE(bytes, length, c);
    text.append(reinterpret_cast<const char*>(bytes), length);
}

using StemmerPointer = std::unique_ptr<sb_stemmer, decltype(&sb_stemmer_delete)>;

// Not for several threads at once: each has its own.
sb_stemmer* stemmer_of(base::Locale locale) {
    const auto make = [](const char* language) {
        StemmerPointer made{sb_stemmer_new(language, "UTF_8"), &sb_stemmer_delete};
        if (!made) throw std::runtime_error{"libstemmer lacks a language"};
        return made;
    };
    thread_local const StemmerPointer english = make("english"), french = make("french");
    return locale == base::Locale::english ? english.get() : french.get();
}

}  // namespace

std::vector<Word> words_in(std::string_view text) {
    std::vector<Word> words;
    const auto* const bytes = reinterpret_cast<const std::uint8_t*>(text.data());
    const auto length = static_cast<std::int32_t>(text.size());
    Word word{};
    for (std::int32_t at = 0; at < length;) {
        const auto begin = static_cast<std::uint32_t>(at);
        UChar32 c = 0;
        U8_NEXT(bytes, at, length, c);
        if (is_letter(c)) {
            if (word.lower.empty()) word.begin = begin;
            append(word.lower, u_tolower(c));
            word.end = static_cast<std::uint32_t>(at);
        } else if (!word.lower.empty()) {
            words.push_back(std::exchange(word, {}));
        }
    }
    if (!word.lower.empty()) words.push_back(std::move(word));
    return words;
}

std::string stem_of(const Word& word, base::Locale locale) {
    sb_stemmer* const stemmer = stemmer_of(locale);
    const auto* const stem = sb_stemmer_stem(stemmer, reinterpret_cast<const sb_symbol*>(word.lower.data()),
                                             static_cast<int>(word.lower.size()));
    if (stem == nullptr) throw std::bad_alloc{};
    return {reinterpret_cast<const char*>(stem), static_cast<std::size_t>(sb_stemmer_length(stemmer))};
}

WordList::WordList(base::Locale locale, std::span<const Avoided> avoided) : locale_(locale) {
    for (const Avoided& each : avoided) {
        Entry entry{{}, each.number};
        for (const Word& word : words_in(each.words)) entry.stems.push_back(stem_of(word, locale));
        if (!entry.stems.empty()) entries_.push_back(std::move(entry));
    }
    std::ranges::sort(entries_, [](const Entry& left, const Entry& right) {
        const int order = left.stems.front().compare(right.stems.front());
        if (order != 0) return order < 0;
        return left.stems.size() != right.stems.size() ? left.stems.size() > right.stems.size()
                                                       : left.number < right.number;
    });
}

std::vector<Mark> WordList::marks_in(std::string_view text, std::size_t most) const {
    std::vector<Mark> marks;
    if (entries_.empty()) return marks;
    const auto words = words_in(text);
    std::vector<std::string> stems;
    stems.reserve(words.size());
    for (const Word& word : words) stems.push_back(stem_of(word, locale_));
    const auto first_stem = [](const Entry& entry) -> const std::string& { return entry.stems.front(); };
    for (std::size_t at = 0; at < words.size() && marks.size() < most;) {
        std::size_t length = 0;
        for (const Entry& entry : std::ranges::equal_range(entries_, stems[at], {}, first_stem)) {
            const bool fits = entry.stems.size() <= words.size() - at &&
                              std::equal(entry.stems.begin(), entry.stems.end(), stems.begin() + static_cast<long>(at));
            if (!fits) continue;
            length = entry.stems.size();
            marks.push_back({words[at].begin, words[at + length - 1].end, entry.number});
            break;
        }
        at += std::max<std::size_t>(length, 1);
    }
    return marks;
}

}  // namespace message_guides
