// models/likeness/words.h - the words of a text as likeness sees them: case, accents, punctuation and layout do not
// count, so that whoever only retypes or reformats a text has written the same one.
#pragma once
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace likeness {

// The words in their order. A word is a run of letters and digits; whatever else stands between them parts them, also
// the apostrophe in either form ("l'école" is "l" and "ecole", "don’t" is "don" and "t"), symbols, no-break spaces and
// malformed bytes. Each is folded as by base::fold_name: a-z and 0-9 without case and accents ("œ" is "oe"), composed
// or decomposed; letters of other scripts stay as they are. At most kMostWords: what follows is not looked at.
std::vector<std::string> words(std::string_view text);

inline constexpr std::size_t kMostWords = 20'000;

// What likeness compares: every run of kShingleWords neighbouring words, joined by one space, each once, sorted. A text
// of fewer words is one shingle; one without words has none.
std::vector<std::string> shingles(std::string_view text);

inline constexpr std::size_t kShingleWords = 3;

// The Jaccard similarity of the two sets of shingles: those in both over those in either; 0 (nothing in common) to 1
// (the same words in the same order). Two texts without words are not alike: 0.
double exact_similarity(std::string_view one, std::string_view other);

}  // namespace likeness
