// features/search/query.h - what a visitor typed, understood. No operators to learn: words are all wanted, "quoted
// words" stand together (any kind of quotation marks), -word must not occur. Everything else is punctuation.
#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "features/search/analysis.h"

namespace search {

inline constexpr std::size_t kLongestQuery = 200;  // characters; the rest is not looked at
inline constexpr std::size_t kMostWords = 12;      // wanted and unwanted together; the rest is not looked at

// One word, or several that stand together.
using Clause = std::vector<Word>;

struct Query {
    std::string text;  // as typed, cleaned: well-formed UTF-8, no control characters, single blanks; bytes of words
                       // count from its beginning
    std::vector<Clause> wanted;  // in the order of the text
    std::vector<Clause> unwanted;
    bool is_last_open = false;  // the last wanted word may still be in the middle of being typed
    bool is_cut = false;        // there was more than is looked at
};

// Never fails: from bytes of any kind come the words that are in them, perhaps none.
Query read_query(std::string_view typed);

// The text with these words replaced; replacements stand in the order of the text.
struct Replacement {
    std::uint32_t begin, end;  // as in Word
    std::string by;
};
std::string with_replacements(const Query& query, const std::vector<Replacement>& replacements);

}  // namespace search
