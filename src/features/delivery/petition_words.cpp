#include "features/delivery/petition_words.h"

#include <algorithm>
#include <array>

#include "base/text.h"

namespace delivery {
namespace {

// How requests begin, folded. "nous demandons" is the French for "we ask"; a demand is "nous exigeons".
constexpr std::array<std::string_view, 19> kAsking{
    "we ask",           "we call on",     "we call upon",  "we request",    "we respectfully",
    "we urge",          "we petition",    "we pray",       "therefore",     "your petitioners",
    "we demand",        "nous demandons", "nous prions",   "nous invitons", "nous appelons",
    "nous sollicitons", "par consequent", "nous exigeons", "en consequence"};

bool asks(std::string_view paragraph) {
    const auto text = folded(paragraph);
    return std::ranges::any_of(kAsking, [&](std::string_view phrase) { return text.contains(phrase); });
}

bool is_item(std::string_view paragraph) {
    return paragraph.starts_with("- ") || (paragraph.size() > 2 && paragraph[0] >= '0' && paragraph[0] <= '9' &&
                                           paragraph.find_first_not_of("0123456789") == paragraph.find(". "));
}

constexpr std::string_view kBlanks = " \t\r\n";

// A letter or digit of any script: what is neither ASCII punctuation nor dashes, quotation marks and special blanks,
// which are U+2000..U+206F and some of Latin-1.
bool is_word(std::string_view word) {
    for (std::size_t i = 0; i < word.size(); ++i) {
        const auto byte = static_cast<unsigned char>(word[i]);
        const auto next = i + 1 < word.size() ? static_cast<unsigned char>(word[i + 1]) : 0;
        if (byte < 0x80 && ((byte >= '0' && byte <= '9') || ((byte | 0x20) >= 'a' && (byte | 0x20) <= 'z')))
            return true;
        const bool is_general_punctuation = byte == 0xE2 && (next == 0x80 || next == 0x81);
        const bool is_latin_punctuation = byte == 0xC2 && next <= 0xBF && next != 0xAA && next != 0xB5 && next != 0xBA;
        if (byte >= 0xC0 && !is_general_punctuation && !is_latin_punctuation) return true;
    }
    return false;
}

// One letter of Latin-1 or Latin Extended-A without its accent; "" for what stands for itself.
std::string_view plain_letter(std::string_view two_bytes) {
    struct Folding {
        std::string_view letters;  // of two bytes each
        std::string_view plain;
    };
    static constexpr std::array<Folding, 7> kFoldings{
        Folding{"àâäáÀÂÄÁ", "a"}, Folding{"éèêëÉÈÊË", "e"}, Folding{"îïíÎÏÍ", "i"}, Folding{"ôöóÔÖÓ", "o"},
        Folding{"ùûüúÙÛÜÚ", "u"}, Folding{"çÇ", "c"},       Folding{"œŒ", "oe"}};
    for (const auto& [letters, plain] : kFoldings)
        for (std::size_t i = 0; i < letters.size(); i += 2)
            if (letters.substr(i, 2) == two_bytes) return plain;
    return {};
}

// Endings of addresses that people write without "https://" in front. The second kind are words and abbreviations as
// well, so that only a path behind them tells.
constexpr std::array<std::string_view, 9> kEndings{"ca", "com", "org", "net", "info", "quebec", "coop", "fr", "gov"};
constexpr std::array<std::string_view, 8> kEndingsWithPath{"ly", "be", "co", "me", "to", "io", "us", "eu"};

// "union.ca", "bit.ly/abc": of the word without the signs around it, in small letters.
bool is_bare_address(std::string_view word) {
    const auto slash = word.find('/');
    const auto host = word.substr(0, slash);
    const auto dot = host.rfind('.');
    if (dot == std::string_view::npos || dot == 0) return false;
    if (host.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789.-") != std::string_view::npos) return false;
    const auto ending = host.substr(dot + 1);
    return std::ranges::find(kEndings, ending) != kEndings.end() ||
           (slash != std::string_view::npos && std::ranges::find(kEndingsWithPath, ending) != kEndingsWithPath.end());
}

// Blanks, signs around words, and everything beyond ASCII.
bool parts_words(char c) {
    constexpr std::string_view kSigns = " \t\r\n()[]<>\"'*,;:!?";
    return static_cast<unsigned char>(c) >= 0x80 || kSigns.contains(c);
}

void add_bare_addresses(std::vector<std::string>& found, std::string_view text) {
    while (!text.empty()) {
        const auto end = static_cast<std::size_t>(std::ranges::find_if(text, parts_words) - text.begin());
        auto word = text.substr(0, end);
        while (word.ends_with('.') || word.ends_with('/')) word.remove_suffix(1);
        const std::string small = base::lower_ascii(word);
        const bool is_known = small.starts_with("www.") || small.starts_with("//");
        if (!is_known && is_bare_address(small)) found.emplace_back(word);
        text.remove_prefix(std::min(text.size(), end + 1));
    }
}

}  // namespace

std::string folded(std::string_view text) {
    constexpr std::string_view kApostrophe = "\xE2\x80\x99", kNoBreak = "\xC2\xA0";
    std::string result;
    for (std::size_t i = 0; i < text.size();) {
        if (text.substr(i, kApostrophe.size()) == kApostrophe) {
            result += '\'';
            i += kApostrophe.size();
        } else if (text.substr(i, kNoBreak.size()) == kNoBreak) {
            result += ' ';
            i += kNoBreak.size();
        } else if (const auto plain = plain_letter(text.substr(i, 2)); !plain.empty()) {
            result += plain;
            i += 2;
        } else {
            result += text[i++];
        }
    }
    return base::lower_ascii(result);
}

PetitionWords petition_words(base::Locale locale, std::string title, std::vector<std::string> paragraphs) {
    PetitionWords words{.locale = locale, .title = std::move(title), .paragraphs = std::move(paragraphs)};
    const auto& all = words.paragraphs;
    auto begin = all.size();
    for (std::size_t i = all.size(); i-- > 0 && begin == all.size();)
        if (asks(all[i])) begin = i;
    auto end = begin;
    if (end < all.size()) ++end;
    while (end < all.size() && is_item(all[end])) ++end;
    for (std::size_t i = 0; i < all.size(); ++i)
        (i >= begin && i < end ? words.request : words.reasons).push_back(all[i]);
    return words;
}

std::int64_t count_words(std::string_view text) {
    std::int64_t count = 0;
    while (!text.empty()) {
        const auto begin = text.find_first_not_of(kBlanks);
        if (begin == std::string_view::npos) break;
        text.remove_prefix(begin);
        const auto end = std::min(text.size(), text.find_first_of(kBlanks));
        if (is_word(text.substr(0, end))) ++count;
        text.remove_prefix(end);
    }
    return count;
}

std::int64_t count_words(const PetitionWords& words) {
    std::int64_t count = 0;
    for (const auto& paragraph : words.paragraphs) count += count_words(paragraph);
    return count;
}

std::vector<std::string> web_addresses_in(std::string_view text) {
    std::vector<std::string> found;
    const auto small = base::lower_ascii(text);
    for (const std::string_view begin : {"http://", "https://", "www."})
        for (auto at = small.find(begin); at != std::string::npos; at = small.find(begin, at + 1)) {
            const bool is_inside = begin == "www." && at > 0 && small[at - 1] == '/';
            const auto end = std::min(text.size(), text.find_first_of(" \t\r\n)]<>\"", at));
            if (!is_inside) found.emplace_back(text.substr(at, end - at));
        }
    add_bare_addresses(found, text);
    return found;
}

}  // namespace delivery
