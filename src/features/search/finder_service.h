// features/search/finder_service.h - from a question to its answer: reads the words, asks the index, ranks, corrects.
#pragma once
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "features/search/candidates_service.h"
#include "features/search/query.h"
#include "features/search/snippet.h"
#include "features/search/store.h"
#include "features/search/vocabulary_service.h"

namespace search {

inline constexpr std::int64_t kHitsOnPage = 10;
// A question that more than kRanked documents answer has its total and its filters' figures left open.
inline constexpr std::int64_t kPages = 30;

// Empty or 0: any.
struct Filters {
    std::string kind{}, section{};
    int year = 0;
    std::int64_t level = 0;
    bool operator==(const Filters&) const = default;
};

// own_first: in the language of the page, and in the other one when that has nothing.
enum class Languages : unsigned char { own_first, english, french, both };

struct Question {
    std::string words;  // as typed, of any length and any bytes
    Filters filters{};
    base::Locale own = base::Locale::english;
    Languages languages = Languages::own_first;
    std::int64_t page = 1;  // 1 to kPages
    base::Instant now{};
};

struct Hit {
    Content content;
    std::vector<Piece> title, snippet;
    double score;
};

// How many of the documents that match have each value, filters left aside.
struct Facets {
    std::map<std::string, std::int64_t> kinds;
    std::map<int, std::int64_t, std::greater<>> years;                     // newest first; undated ones are not counted
    std::map<std::int64_t, std::int64_t> levels;                           // by id
    std::map<std::string, std::pair<std::string, std::int64_t>> sections;  // by slug: title and count
};

enum class Outcome : unsigned char {
    no_words,     // nothing was asked, or nothing but words that must not occur
    only_common,  // nothing but stop words
    nothing,
    found,
};

struct Answer {
    Query query;
    Outcome outcome = Outcome::no_words;
    std::vector<Hit> hits{};  // of the page
    std::int64_t total = 0;   // exact where is_complete, else how many were ranked
    bool is_complete = true;
    std::int64_t without_filters = 0;         // how many there would be; for `nothing`
    bool is_partial = false;                  // no document has all words; these have some
    std::optional<std::string> corrected{};   // what was looked for instead: nothing had the words as typed
    std::optional<std::string> suggestion{};  // what may have been meant: few had the words as typed
    std::vector<base::Locale> languages{};    // that were looked through for these hits
    std::optional<Facets> facets{};           // where all that match were ranked
    // What filters may ask for: the same where it was counted. Else every kind, year and level of these languages, and
    // the sections of what was ranked; their figures then mean nothing.
    Facets offered{};
};

class Finder {
public:
    explicit Finder(Vocabularies& vocabularies) : vocabularies_(vocabularies) {}

    // Costs at most some walks along the lists of the index and the ranking of a few hundred documents, whatever is
    // asked. The same documents in the same order from both databases.
    Answer find(db::Read& read, const Question& question) const;

private:
    Vocabularies& vocabularies_;
};

}  // namespace search
