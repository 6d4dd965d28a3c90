// features/search/snippet.h - the part of a text that shows why it was found. Pure: pages make the markup.
#pragma once
#include <string>
#include <string_view>
#include <unordered_set>
#include <vector>

#include "features/search/analysis.h"

namespace search {

// A piece of a text; marked where it is a word that was looked for.
struct Piece {
    enum class Kind : unsigned char { plain, marked } kind;
    std::string text;
    bool operator==(const Piece&) const = default;
};

// Stems of the words that were looked for, in the language of the text.
using WantedStems = std::unordered_set<std::string>;

// The whole text with its words marked.
std::vector<Piece> highlighted(std::string_view text, const WantedStems& wanted, base::Locale locale);

inline constexpr std::size_t kSnippetWords = 36;

// The first stretch of kSnippetWords words that has the most different wanted words, marked, with "…" where the text
// goes on at either end; the beginning of the text where none occurs. Line ends become blanks. Looks at the first
// 16 KB of the text.
std::vector<Piece> snippet(std::string_view text, const WantedStems& wanted, base::Locale locale);

}  // namespace search
