// people/said_words.h - what people say in public, in their own words: how it is tidied, and which texts are the same.
#pragma once
#include <cstdint>
#include <string>
#include <string_view>

namespace people {

// The words without blanks at their ends and without what is not to be seen or turns text around: control characters,
// marks of direction (U+202A to U+202E, U+2066 to U+2069 and their like), characters of no width but for the joiners of
// emoji and of Arabic, more than four marks on one letter. At most one empty line in a row.
std::string tidied_words(std::string_view typed);

// Equal for words that differ only in case, accents, blanks and punctuation; never negative. Different words are hardly
// ever equal: 63 bits of FNV-1a over the folded words. 0 for words without a letter or digit.
std::int64_t likeness_of(std::string_view words);

}  // namespace people
