// features/search/interpretation.h - what a query means in one language: its terms, with how frequent they are, and the
// words that were probably meant by those that occur nowhere. Pure: the words of the index come in as functions.
#pragma once
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "features/search/entry.h"
#include "features/search/query.h"
#include "features/search/ranking.h"
#include "features/search/snippet.h"
#include "features/search/spelling.h"

namespace search {

// A last word that occurs nowhere is taken for the beginning of so many words, the most frequent ones.
inline constexpr std::int64_t kBeginnings = 20;
inline constexpr std::size_t kShortestBeginning = 3;  // bytes of its folded form

// The words of the index in one language.
struct Lexicon {
    std::function<std::int64_t(const Stems&)> documents;                         // that have one of these stems
    std::function<std::vector<KnownWord>(const std::string& folded)> beginning;  // kBeginnings at most
    // The nearest word that at least so many documents have.
    std::function<std::optional<Spelling>(std::string_view folded, std::int64_t least)> nearest;
};

// none: words as typed. of_unknown_words: what occurs nowhere is replaced. of_rare_words: also what occurs in two
// documents at most, where ten times as many (and five) have a word that is near.
enum class Correction : unsigned char { none, of_unknown_words, of_rare_words };

struct Interpretation {
    base::Locale locale;
    Terms terms{};  // of known words; stop words are left out
    std::vector<std::string> unwanted_lexemes{};
    WantedStems wanted_stems{};
    std::vector<Replacement> replacements{};  // of words by what was probably meant, in the order of the text
    int mistakes = 0;                         // that these replacements put right
    bool has_unknown = false;                 // a wanted word occurs nowhere, and nothing near it

    // Nothing but stop words was asked for.
    bool is_empty() const { return terms.terms.empty() && !has_unknown; }
};

Interpretation interpretation_of(const Query& query, base::Locale locale, const Lexicon& lexicon,
                                 Correction correction);

}  // namespace search
