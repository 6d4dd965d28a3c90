// features/search/ranking.h - which of the documents that match comes first. One formula for both databases. Pure.
//
// BM25F (Robertson and Zaragoza, "The Probabilistic Relevance Framework", 2009, section 3.5): a word counts by where it
// stands (title 5, tags 4, teaser 2, text 1, the text by its length: b = 0.75), saturates with k1 = 1.2, and weighs by
// idf = ln(1 + (N - n + 0.5) / (n + 0.5)). Then:
//   x (share of the words that occur)^2     pages with all words before those with some
//   x 1.2  where the title or the tags have all of them; x 1.15 where all stand beside each other in their order
//   x (1 + 0.25 * 2^(-age in years))        the newer of two equals; nothing for undated ones
#pragma once
#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "base/instant.h"
#include "base/locale.h"

namespace search {

// A document that matches, with what ranking and filters need of it.
struct Candidate {
    std::int64_t number;
    base::Locale locale;
    std::string kind;
    int year;               // 0: not dated
    std::int64_t level;     // 0: of none
    std::int64_t dated_at;  // microseconds; 0: not dated
    std::int64_t text_words;
    std::string sections;
    std::string ranked;  // Entry::ranked
};

// One wanted word: any of these stems, and in how many documents they occur.
struct Term {
    std::vector<std::string> stems;
    std::int64_t documents;
};

// What is asked of candidates of one language.
struct Terms {
    std::vector<Term> terms;                        // at least one, 32 at most
    std::vector<std::vector<std::size_t>> phrases;  // of terms that must stand together
    std::vector<std::vector<Term>> unwanted_phrases{};
};

struct Corpus {
    std::int64_t documents = 0;
    double average_text_words = 0;
    base::Instant now;
};

struct Scored {
    std::size_t candidate;  // position among the candidates
    double score;
};

// Those candidates that hold to the phrases, best first; of equals the one with the larger number.
std::vector<Scored> rank(std::span<const Candidate> candidates, const Terms& terms, const Corpus& corpus);

}  // namespace search
