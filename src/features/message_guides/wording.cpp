#include "features/message_guides/wording.h"

#include <algorithm>
#include <memory>
#include <stdexcept>

#include <libstemmer.h>
#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>
#include <unicode/utf8.h>

#include "base/text.h"

namespace message_guides {
namespace {

// "a" for "à" and "sur" for "sûr" are other words, and stand everywhere.
constexpr std::size_t kShortestWithoutAccents = 4;  // letters

bool is_letter(UChar32 c) { return c >= 0 && (u_isalnum(c) || u_charType(c) == U_NON_SPACING_MARK); }

void append(std::string& text, UChar32 c) {
    std::uint8_t bytes[U8_MAX_LENGTH];
    std::size_t length = 0;
    U8_APPEND_UNSAFE(bytes, length, c);
    text.append(reinterpret_cast<const char*>(bytes), length);
}

bool is_ascii(std::string_view text) {
    return std::ranges::all_of(text, [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

std::string composed(std::string word) {
    if (is_ascii(word)) return word;
    UErrorCode fault = U_ZERO_ERROR;
    const auto* const form = icu::Normalizer2::getNFCInstance(fault);
    if (U_FAILURE(fault)) return word;
    const auto whole = form->normalize(icu::UnicodeString::fromUTF8(word), fault);
    if (U_FAILURE(fault)) return word;
    std::string text;
    whole.toUTF8String(text);
    return text;
}

// Between two words of one expression stand blanks, hyphens, apostrophes or quotation marks.
bool parts_expressions(std::string_view between) {
    return between.find_first_of(",.;:!?") != std::string_view::npos || between.contains("\n\n") ||
           between.contains("\r\n\r\n");
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
    for (Word& each : words) each.lower = composed(std::move(each.lower));
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
        add(each, Accents::as_written);
        if (!is_ascii(each.words)) add(each, Accents::left_out);
    }
    std::ranges::sort(entries_, [](const Entry& left, const Entry& right) {
        const int order = left.stems.front().compare(right.stems.front());
        if (order != 0) return order < 0;
        return left.stems.size() != right.stems.size() ? left.stems.size() > right.stems.size()
                                                       : left.number < right.number;
    });
}

void WordList::add(const Avoided& avoided, Accents accents) {
    Entry entry{{}, avoided.number};
    for (Word& word : words_in(avoided.words)) {
        const bool is_long = base::count_characters(word.lower) >= kShortestWithoutAccents;
        if (accents == Accents::left_out && is_long) word.lower = base::fold_name(word.lower);
        entry.stems.push_back(stem_of(word, locale_));
    }
    if (!entry.stems.empty()) entries_.push_back(std::move(entry));
}

std::vector<Mark> WordList::marks_in(std::string_view text, std::size_t most) const {
    std::vector<Mark> marks;
    if (entries_.empty()) return marks;
    const auto words = words_in(text);
    std::vector<std::string> stems;
    stems.reserve(words.size());
    for (const Word& word : words) stems.push_back(stem_of(word, locale_));
    const auto fits = [&](const Entry& entry, std::size_t at) {
        if (entry.stems.size() > words.size() - at) return false;
        for (std::size_t i = 0; i < entry.stems.size(); ++i) {
            const Word& word = words[at + i];
            if (stems[at + i] != entry.stems[i]) return false;
            if (i == 0) continue;
            const std::uint32_t before = words[at + i - 1].end;
            if (parts_expressions(text.substr(before, word.begin - before))) return false;
        }
        return true;
    };
    const auto first_stem = [](const Entry& entry) -> const std::string& { return entry.stems.front(); };
    for (std::size_t at = 0; at < words.size() && marks.size() < most;) {
        std::size_t length = 0;
        for (const Entry& entry : std::ranges::equal_range(entries_, stems[at], {}, first_stem)) {
            if (!fits(entry, at)) continue;
            length = entry.stems.size();
            marks.push_back({words[at].begin, words[at + length - 1].end, entry.number});
            break;
        }
        at += std::max<std::size_t>(length, 1);
    }
    return marks;
}

}  // namespace message_guides
