// features/search/analysis.h - what a text means to the search: its words, without case, accents and elided articles,
// and what is left of them when their endings are gone. The same for documents and for questions, on both databases.
#pragma once
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/locale.h"

namespace search {

// Changes whenever the same text gives other words or stems than before: the index is then built anew.
inline constexpr std::int64_t kAnalysisVersion = 1;

inline constexpr std::size_t kLongestWord = 64;  // bytes when folded; longer runs of letters are no words

// One word where it stands in its text.
struct Word {
    std::string lower;         // small letters with their accents: "équité"
    std::string folded;        // small letters without accents, ligatures taken apart: "equite"; never empty
    std::uint32_t begin, end;  // bytes of the text
};

// The words of a text in their order. A word is a run of letters and digits of any script. The apostrophe, of whatever
// kind, ends an elided article or conjunction, which is dropped ("l'impôt", "d’Ottawa", "jusqu'au": impôt, Ottawa, au);
// so is an English ending behind it ("workers'", "Ontario's", "we'll"); elsewhere it joins ("O'Brien": obrien).
// Bytes that are no UTF-8 part words like blanks do.
std::vector<Word> words_in(std::string_view text);

// The word as it is indexed.
struct Stems {
    std::string main;   // of the word with its accents, folded: "infirmières" -> "infirmi"
    std::string other;  // of the word without accents: "infirmier", so that who types none finds it; empty: the same
    bool operator==(const Stems&) const = default;
};

// By Snowball's algorithms for English and French, 2.2. Words with digits in them stay whole.
Stems stems_of(const Word& word, base::Locale locale);

// Words so frequent that they tell nothing: "the", "avec". Takes the folded form.
bool is_stop_word(std::string_view folded, base::Locale locale);

}  // namespace search
