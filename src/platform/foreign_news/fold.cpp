#include "platform/foreign_news/fold.h"

#include <algorithm>

#include "base/text.h"

namespace foreign_news {
namespace {

std::size_t length_at(std::string_view text, std::size_t at) {
    const auto lead = static_cast<unsigned char>(text[at]);
    const std::size_t length = lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
    return std::min(length, text.size() - at);
}

bool is_any_of(std::string_view character, std::initializer_list<std::string_view> all) {
    return std::ranges::find(all, character) != all.end();
}

std::string plain(std::string_view character) {
    if (character.size() == 1) {
        const char c = character[0];
        if (c >= 'A' && c <= 'Z') return std::string(1, static_cast<char>(c + ('a' - 'A')));
        return std::string(1, static_cast<unsigned char>(c) <= ' ' ? ' ' : c);
    }
    // Combining accents, U+0300 to U+036F.
    if (character.size() == 2 && (character[0] == '\xCC' || (character[0] == '\xCD' && character[1] <= '\xAF')))
        return "";
    if (is_any_of(character, {"\u00a0", "\u202f", "\u2009", "\u2002", "\u2003", "\u2007", "\u3000"})) return " ";
    if (is_any_of(character, {"\u2010", "\u2011", "\u2012", "\u2013", "\u2014", "\u2015", "\u2212"})) return "-";
    if (is_any_of(character, {"\u2018", "\u2019", "\u02bc"})) return "'";
    if (is_any_of(character, {"\u200b", "\u200c", "\u200d", "\u200e", "\u200f", "\ufeff", "\u00ad"})) return "";
    if (is_any_of(character, {"\u1d49", "\u00ba", "\u00b0"})) return "e";
    if (is_any_of(character, {"\u02b3"})) return "r";
    auto letter = base::fold_name(character);
    const bool is_ascii = std::ranges::all_of(letter, [](char c) { return static_cast<unsigned char>(c) < 0x80; });
    return letter.empty() || !is_ascii ? "\x01" : letter;
}

}  // namespace

Folded folded(std::string_view source) {
    Folded out;
    out.text.reserve(source.size());
    out.origin.reserve(source.size() + 1);
    for (std::size_t at = 0; at < source.size();) {
        const auto length = length_at(source, at);
        for (const char c : plain(source.substr(at, length))) {
            out.text += c;
            out.origin.push_back(at);
        }
        at += length;
    }
    out.origin.push_back(source.size());
    return out;
}

}  // namespace foreign_news
