#include "features/search/analysis.h"

#include <algorithm>
#include <array>
#include <memory>
#include <stdexcept>
#include <unordered_map>

#include <libstemmer.h>
#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>
#include <unicode/utf8.h>

namespace search {
namespace {

// ---- The kinds of characters

enum class CharacterKind : unsigned char { word, invisible, apostrophe, other };

constexpr std::array<UChar32, 8> kApostrophes{'\'', '`', 0xB4, 0x2BC, 0x2018, 0x2019, 0x2032, 0xFF07};

CharacterKind ascii_kind(UChar32 c) {
    const bool is_word = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
    if (is_word) return CharacterKind::word;
    return c == '\'' || c == '`' ? CharacterKind::apostrophe : CharacterKind::other;
}

// Soft hyphens and accents of their own belong to the word around them.
CharacterKind kind_of(UChar32 c) {
    if (c < 0) return CharacterKind::other;
    if (c < 0x80) return ascii_kind(c);
    if (std::ranges::find(kApostrophes, c) != kApostrophes.end()) return CharacterKind::apostrophe;
    if (u_isalnum(c)) return CharacterKind::word;
    const auto type = u_charType(c);
    const bool belongs = type == U_NON_SPACING_MARK || type == U_COMBINING_SPACING_MARK || type == U_FORMAT_CHAR;
    return belongs ? CharacterKind::invisible : CharacterKind::other;
}

bool is_ascii(std::string_view text) {
    return std::ranges::all_of(text, [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

// ---- Folding

const icu::Normalizer2& normalizer(const icu::Normalizer2* (*make)(UErrorCode&)) {
    UErrorCode status = U_ZERO_ERROR;
    const auto* found = make(status);
    if (U_FAILURE(status) || found == nullptr) throw std::runtime_error{"ICU has no data for normalisation"};
    return *found;
}

// Letters that no decomposition takes apart.
std::string_view plain_letters(UChar32 c) {
    switch (c) {
        case 0x153:
            return "oe";
        case 0xE6:
            return "ae";
        case 0xF8:
            return "o";
        case 0x142:
            return "l";
        case 0x111:
        case 0xF0:
            return "d";
        default:
            return {};
    }
}

icu::UnicodeString normalized(const icu::UnicodeString& text, const icu::Normalizer2& by) {
    UErrorCode status = U_ZERO_ERROR;
    auto out = by.normalize(text, status);
    if (U_FAILURE(status)) throw std::runtime_error{"ICU could not normalise a word"};
    return out;
}

// Without accents; compatibility forms may have brought blanks and signs, which go too.
std::string folded_form(const icu::UnicodeString& lower) {
    static const icu::Normalizer2& kApart = normalizer(&icu::Normalizer2::getNFDInstance);
    const auto apart = normalized(lower, kApart);
    icu::UnicodeString kept;
    for (int32_t i = 0; i < apart.length(); i = apart.moveIndex32(i, 1)) {
        const UChar32 c = apart.char32At(i);
        if (const auto plain = plain_letters(c); !plain.empty())
            kept.append(
                icu::UnicodeString::fromUTF8(icu::StringPiece(plain.data(), static_cast<int32_t>(plain.size()))));
        else if (u_isalnum(c) || u_charType(c) == U_COMBINING_SPACING_MARK)
            kept.append(c);
    }
    std::string out;
    kept.toUTF8String(out);
    return out;
}

icu::UnicodeString lower_form(std::string_view text) {
    static const icu::Normalizer2& kCaseless = normalizer(&icu::Normalizer2::getNFKCCasefoldInstance);
    return normalized(icu::UnicodeString::fromUTF8(icu::StringPiece(text.data(), static_cast<int32_t>(text.size()))),
                      kCaseless);
}

std::string fold_accents(const std::string& lower) { return is_ascii(lower) ? lower : folded_form(lower_form(lower)); }

struct Forms {
    std::string lower, folded;
};

Forms forms_of(std::string_view letters) {
    if (is_ascii(letters)) {
        std::string lower{letters};
        for (char& c : lower)
            if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
        return {lower, lower};
    }
    const auto caseless = lower_form(letters);
    std::string lower;
    caseless.toUTF8String(lower);
    return {lower, folded_form(caseless)};
}

// ---- Words

// What French drops a vowel of before another, apostrophe not included.
constexpr std::array<std::string_view, 14> kElided{"l", "d",  "j",     "m",      "t",      "s",      "n",
                                                   "c", "qu", "jusqu", "lorsqu", "puisqu", "quoiqu", "presqu"};
// What English shortens behind an apostrophe.
constexpr std::array<std::string_view, 6> kEndings{"s", "ll", "ve", "re", "d", "m"};

template <std::size_t Size>
bool is_one_of(const std::array<std::string_view, Size>& list, std::string_view piece) {
    std::array<char, 8> small{};
    if (piece.size() > small.size()) return false;
    std::ranges::transform(piece, small.begin(),
                           [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
    return std::ranges::find(list, std::string_view{small.data(), piece.size()}) != list.end();
}

// Reads one text from left to right.
class Reader {
public:
    explicit Reader(std::string_view text)
        : text_(text), length_(static_cast<int32_t>(std::min<std::size_t>(text.size(), 1U << 30))) {}

    std::vector<Word> read() {
        while (at_ < length_) step();
        end_word(length_);
        return std::move(words_);
    }

private:
    void step() {
        const auto before = at_;
        const UChar32 c = next();
        switch (kind_of(c)) {
            case CharacterKind::word:
                if (!is_inside_) begin_word(before);
                break;
            case CharacterKind::invisible:
                break;
            case CharacterKind::apostrophe:
                meet_apostrophe(before);
                break;
            case CharacterKind::other:
                end_word(before);
        }
    }

    UChar32 next() {
        UChar32 c = 0;
        const auto* bytes = reinterpret_cast<const uint8_t*>(text_.data());
        U8_NEXT(bytes, at_, length_, c);
        return c;
    }

    bool word_follows() {
        const auto here = at_;
        const bool follows = at_ < length_ && kind_of(next()) == CharacterKind::word;
        at_ = here;
        return follows;
    }

    void begin_word(int32_t begin) {
        is_inside_ = true;
        begin_ = piece_ = begin;
        letters_.clear();
    }

    // Between two letters; else it ends the word as any other sign does.
    void meet_apostrophe(int32_t before) {
        if (!is_inside_ || !word_follows()) return end_word(before);
        const auto piece = text_.substr(static_cast<std::size_t>(piece_), static_cast<std::size_t>(before - piece_));
        if (letters_.empty() && is_one_of(kElided, piece)) return begin_word(at_);
        letters_ += piece;
        joined_at_ = before;
        piece_ = at_;
    }

    void end_word(int32_t end) {
        if (!is_inside_) return;
        is_inside_ = false;
        const auto piece = text_.substr(static_cast<std::size_t>(piece_), static_cast<std::size_t>(end - piece_));
        const bool is_ending = !letters_.empty() && is_one_of(kEndings, piece);
        if (!is_ending) letters_ += piece;
        keep(is_ending ? joined_at_ : end);
    }

    void keep(int32_t end) {
        if (letters_.size() > 4 * kLongestWord) return;
        auto forms = forms_of(letters_);
        if (forms.folded.empty() || forms.folded.size() > kLongestWord) return;
        words_.push_back({std::move(forms.lower), std::move(forms.folded), static_cast<std::uint32_t>(begin_),
                          static_cast<std::uint32_t>(end)});
    }

    std::string_view text_;
    int32_t length_;
    int32_t at_ = 0;
    bool is_inside_ = false;
    int32_t begin_ = 0, piece_ = 0, joined_at_ = 0;
    std::string letters_;  // of the word so far, apostrophes left out
    std::vector<Word> words_;
};

// ---- Stems

using StemmerPointer = std::unique_ptr<sb_stemmer, decltype(&sb_stemmer_delete)>;

// Snowball's stemmer of one language for one thread, and what it said lately: texts repeat their words.
class Stemmer {
public:
    explicit Stemmer(base::Locale locale)
        : locale_(locale),
          stemmer_(sb_stemmer_new(locale == base::Locale::english ? "english" : "french", "UTF_8"),
                   &sb_stemmer_delete) {
        if (!stemmer_) throw std::runtime_error{"libstemmer lacks a language"};
    }

    const Stems& stems_of(const Word& word) {
        if (known_.size() > kMostKnown) known_.clear();
        const auto [entry, is_new] = known_.try_emplace(word.lower);
        if (is_new) entry->second = compute(word);
        return entry->second;
    }

private:
    static constexpr std::size_t kMostKnown = 100'000;

    Stems compute(const Word& word) {
        const bool has_digit = std::ranges::any_of(word.folded, [](char c) { return c >= '0' && c <= '9'; });
        if (has_digit) return {word.folded, {}};
        auto plain = stem(word.folded);
        if (locale_ == base::Locale::english) return {std::move(plain), {}};
        auto main = fold_accents(stem(word.lower));
        if (main.empty()) main = plain;
        if (main == plain) return {std::move(main), {}};
        return {std::move(main), std::move(plain)};
    }

    std::string stem(const std::string& word) {
        const auto* found = sb_stemmer_stem(stemmer_.get(), reinterpret_cast<const sb_symbol*>(word.data()),
                                            static_cast<int>(word.size()));
        if (found == nullptr) throw std::bad_alloc{};
        return {reinterpret_cast<const char*>(found), static_cast<std::size_t>(sb_stemmer_length(stemmer_.get()))};
    }

    base::Locale locale_;
    StemmerPointer stemmer_;
    std::unordered_map<std::string, Stems> known_;
};

}  // namespace

std::vector<Word> words_in(std::string_view text) { return Reader{text}.read(); }

Stems stems_of(const Word& word, base::Locale locale) {
    thread_local Stemmer english{base::Locale::english};
    thread_local Stemmer french{base::Locale::french};
    return (locale == base::Locale::english ? english : french).stems_of(word);
}

}  // namespace search
