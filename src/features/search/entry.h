// features/search/entry.h - one document as the index holds it. Pure.
#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "features/search/analysis.h"
#include "ports/search_documents.h"

namespace search {

// How much of a document is looked at: words of each field, and bytes of the text that snippets are made from.
inline constexpr std::size_t kMostTitleWords = 60;
inline constexpr std::size_t kMostTeaserWords = 200;
inline constexpr std::size_t kMostRankedWords = 1'500;    // of the text, for ranking
inline constexpr std::size_t kMostIndexedWords = 20'000;  // of the text, for finding
inline constexpr std::size_t kMostTextBytes = 200'000;

// What is kept of a document: enough to show it, and to make its entry again.
struct Content {
    std::string kind, key;
    base::Locale locale;
    std::string path, title, teaser, text;
    std::string tags;      // labels, one a line
    std::string sections;  // slug, tab, title; one a line
    std::optional<std::int64_t> level;
    std::optional<base::Instant> dated_at;
};
Content content_of(const ports::SearchDocument& document, std::string_view kind);

// The key without its last segment, which is the language: "library/" of "library/en"; all documents of one owner are
// looked at together.
std::string owner_of(std::string_view key);

// The year as filters have it; 0: not dated.
int year_of(const Content& content);

// 64 bits of everything above and of the analysis: another value, another entry. No secret.
std::int64_t fingerprint_of(const Content& content);

// One word of the vocabulary: how frequent it is, and what mistyped words are corrected from.
struct VocabularyWord {
    std::string lower, folded;
    Stems stems;
};

// The same as the index knows it.
struct KnownWord {
    std::string lower, folded;
    Stems stems;
    std::int64_t documents;
};

struct Entry {
    // Grows with the date, ends with bits of the path: the order of the index, the same on every database. Two
    // documents may meet in one number; the store then takes the next one.
    std::int64_t number;
    // Stems as ranking reads them: four lines (title, tags and sections, teaser, text) of words parted by blanks; a
    // word with two stems is "main|other". Stop words are left out.
    std::string ranked;
    // What the index finds it by, each once, parted by blanks; see lexeme_of below.
    std::string lexemes;
    std::vector<VocabularyWord> vocabulary;  // each word once, stop words left out
    std::int64_t text_words;                 // of the line `text` of ranked
};
Entry entry_of(const Content& content);

// ---- Lexemes: small words of a-z, 0-9 and bytes above 127, which every tokeniser leaves alone.

enum class Area : unsigned char { anywhere, title };  // title: also in tags

// "eaequit" - language, area, stem.
std::string lexeme_of(std::string_view stem, base::Locale locale, Area area);

// Filters are lexemes too: the database finds "équité, in the news, of 2024" by intersecting four lists.
std::string locale_lexeme(base::Locale locale);
std::string kind_lexeme(std::string_view kind);
std::string section_lexeme(std::string_view slug);
std::string year_lexeme(int year);
std::string level_lexeme(std::int64_t level);

// 64 bits FNV-1a.
std::uint64_t fnv1a(std::string_view bytes, std::uint64_t start = 14695981039346656037ULL);

}  // namespace search
