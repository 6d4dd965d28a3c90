// features/search/candidates_service.h - what the index is asked for one reading of a question: the documents to rank.
#pragma once
#include <cstdint>
#include <string>
#include <vector>

#include "features/search/interpretation.h"
#include "features/search/store.h"

namespace search {

// So many of the documents that match are ranked: the newest, and the newest that have all words in their title.
inline constexpr std::int64_t kRanked = 300;

// partial: some of the words, for a question that no document answers whole.
enum class Mode : unsigned char { as_typed, corrected, partial };

struct Reading {
    const Interpretation& asked;
    Mode mode;
    const std::vector<store::Total>& totals;  // of all languages
};

struct Fetched {
    std::vector<Candidate> candidates;
    bool is_complete = true;  // these are all that match
};

// Where all words are common, those with all of them in their title go first; a phrase is looked for in more of the
// newest. `filters`: lexemes that all of them have.
Fetched fetch(db::Read& read, const Reading& reading, const std::vector<std::string>& filters = {});

}  // namespace search
