// features/search/store.h - the index in the database: SQLite's FTS5 or PostgreSQL's text search behind one face. Both
// find the same documents in the same order, since both see our own stems; ranking is ours (ranking.h).
#pragma once
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "features/search/entry.h"
#include "features/search/match.h"
#include "features/search/ranking.h"
#include "platform/db/transaction.h"

namespace search::store {

// ---- Finding

// The `limit` newest of those that match, newest first. PostgreSQL, which collects all that match before it sorts them,
// looks among those of `newest_years` first, where so many should be: those with one of these lexemes, which every
// document has that is newer than one with none of them. Where fewer are there, and where the list is empty, it looks
// everywhere: what is found is the same.
struct Wanted {
    Match match;
    std::int64_t limit;
    std::vector<std::string> newest_years{};
};
std::vector<Candidate> candidates(db::Read& read, const Wanted& wanted);

// How many documents have this lexeme, as the index knows it: for checks.
std::int64_t count_matches(db::Read& read, const Match& match);

// What is kept of the documents that are there, by their numbers.
std::unordered_map<std::int64_t, Content> contents(db::Read& read, std::span<const std::int64_t> numbers);

// In how many documents of this language words with one of these stems occur; a document with two of them counts twice.
std::int64_t documents_with(db::Read& read, const Stems& stems, base::Locale locale);

// The most frequent words that begin so (folded), at most `limit`.
struct Beginning {
    base::Locale locale;
    std::string folded;
    std::int64_t limit;
};
std::vector<KnownWord> words_beginning(db::Read& read, const Beginning& beginning);

// The most frequent words of a language, at most `limit`.
struct Frequent {
    base::Locale locale;
    std::int64_t limit;
};
std::vector<KnownWord> frequent_words(db::Read& read, const Frequent& frequent);

// All documents by what filters ask for.
struct Total {
    base::Locale locale;
    std::string kind;
    int year;            // 0: not dated
    std::int64_t level;  // 0: of none
    std::int64_t documents, text_words;
};
std::vector<Total> totals(db::Read& read);
// The same, counted anew.
std::vector<Total> recounted_totals(db::Read& read);

struct State {
    std::int64_t analysis;  // kAnalysisVersion of the index; 0: there is none yet
    std::int64_t changes;   // another number: the index was changed
};
State state(db::Read& read);

// ---- Keeping

// A document of the index, as far as one must know to see whether it still holds.
struct Kept {
    std::int64_t number;
    std::int64_t fingerprint;
};
using KeptByPath = std::unordered_map<std::string, Kept>;
KeptByPath kept(db::Read& read, std::string_view kind);
KeptByPath kept_of_owner(db::Read& read, std::string_view kind, std::string_view owner);
// The kinds that the index has documents of.
std::vector<std::string> kinds(db::Read& read);

// Puts documents in and takes documents out, with their words and totals. A document that comes takes the place of
// the one with its path; of two that come with one path the last.
struct Change {
    std::vector<std::int64_t> gone;
    std::vector<Content> come;
};
void apply(db::Write& write, const Change& change);

// Forgets words that occur nowhere any more.
void forget_unused_words(db::Write& write);

// Takes out `limit` documents, and all words, totals and whatever else is left with the last of them. How many there
// were: 0 at the end.
std::int64_t empty_some(db::Write& write, std::int64_t limit);

// Says of which analysis the index is now; 0 while it is not whole.
void set_analysis(db::Write& write, std::int64_t analysis);

}  // namespace search::store
