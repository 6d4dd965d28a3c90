#include "features/search/store.h"

namespace search::store {
namespace {

Candidate read_candidate(const db::Row& row) {
    return db::columns<Candidate, std::int64_t, base::Locale, std::string, int, std::int64_t, std::int64_t,
                       std::int64_t, std::string, std::string>(row);
}

// The one place where the databases have words of their own (docs/decisions/0013): the index itself. PostgreSQL takes
// all matches from its index first; `+ 0` keeps it from reading the table from its newest end instead.
const db::Query<Candidate(std::string, std::int64_t)> kCandidates{
    db::Texts{.sqlite = "select d.number, d.locale, d.kind, d.year, coalesce(d.level_id, 0), coalesce(d.dated_at, 0), "
                        "d.text_words, d.sections, d.ranked from "
                        "(select rowid as number from search_index where search_index match $1 "
                        "order by rowid desc limit $2) m join search_document d on d.number = m.number "
                        "order by d.number desc",
              .postgres =
                  "select d.number, d.locale, d.kind, d.year, coalesce(d.level_id, 0), coalesce(d.dated_at, 0), "
                  "d.text_words, d.sections, d.ranked from "
                  "(select number from search_entry where words @@ cast($1 as tsquery) "
                  "order by number + 0 desc limit $2) m join search_document d on d.number = m.number "
                  "order by d.number desc"},
    read_candidate};

const db::Query<std::int64_t(std::string)> kCountMatches{
    db::Texts{.sqlite = "select count(*) from search_index where search_index match $1",
              .postgres = "select count(*) from search_entry where "
                          "words @@ cast($1 as tsquery)"},
    db::columns<std::int64_t, std::int64_t>};

std::string in_words_of(db::Location::Kind kind, const Match& match) {
    return kind == db::Location::Kind::sqlite ? fts5_text(match) : tsquery_text(match);
}

struct Numbered {
    std::int64_t number;
    Content content;
};
Numbered read_content(const db::Row& row) {
    return {row.integer(0),
            {.kind = row.as<std::string>(1),
             .key = row.as<std::string>(2),
             .locale = row.as<base::Locale>(3),
             .path = row.as<std::string>(4),
             .title = row.as<std::string>(5),
             .teaser = row.as<std::string>(6),
             .text = row.as<std::string>(7),
             .tags = row.as<std::string>(8),
             .sections = row.as<std::string>(9),
             .level = row.as<std::optional<std::int64_t>>(10),
             .dated_at = row.as<std::optional<base::Instant>>(11)}};
}

#define CONTENT_COLUMNS                                                                                 \
    "select d.number, d.kind, d.key, d.locale, d.path, d.title, d.teaser, d.body, d.tags, d.sections, " \
    "d.level_id, d.dated_at from "

// $1: numbers with commas between them.
const db::Query<Numbered(std::string_view)> kContents{
    db::Texts{
        .sqlite =
            CONTENT_COLUMNS "json_each('[' || $1 || ']') as wanted join search_document d on d.number = wanted.value",
        .postgres = CONTENT_COLUMNS "search_document d where d.number = any (string_to_array($1, ',')::bigint[])"},
    read_content};

#undef CONTENT_COLUMNS

// Two lists instead of `or`, which each database would plan in its own way.
const db::Query<std::int64_t(base::Locale, std::string, std::string)> kDocumentsWith{
    "select cast(coalesce(sum(documents), 0) as bigint) from ("
    "select word, documents from search_word where locale = $1 and stem in ($2, $3) union "
    "select word, documents from search_word where locale = $1 and other_stem in ($2, $3)) w",
    db::columns<std::int64_t, std::int64_t>};

KnownWord read_word(const db::Row& row) {
    return {row.as<std::string>(0),
            row.as<std::string>(1),
            {row.as<std::string>(2), row.as<std::string>(3)},
            row.as<std::int64_t>(4)};
}

const db::Query<KnownWord(base::Locale, std::string, std::string, std::int64_t)> kWordsBeginning{
    "select word, folded, stem, other_stem, documents from search_word "
    "where locale = $1 and folded >= $2 and folded < $3 order by documents desc, word limit $4",
    read_word};

const db::Query<KnownWord(base::Locale, std::int64_t)> kFrequentWords{
    "select word, folded, stem, other_stem, documents from search_word where locale = $1 "
    "order by documents desc, word limit $2",
    read_word};

Total read_total(const db::Row& row) {
    return db::columns<Total, base::Locale, std::string, int, std::int64_t, std::int64_t, std::int64_t>(row);
}

const db::Query<Total()> kTotals{
    "select locale, kind, year, level_id, documents, text_words from search_total where documents > 0 "
    "order by locale, kind, year, level_id",
    read_total};

const db::Query<Total()> kRecountedTotals{
    "select locale, kind, year, coalesce(level_id, 0), count(*), cast(sum(text_words) as bigint) from search_document "
    "group by locale, kind, year, coalesce(level_id, 0) order by 1, 2, 3, 4",
    read_total};

const db::Query<State()> kState{"select analysis, changes from search_state where id = 1",
                                db::columns<State, std::int64_t, std::int64_t>};

struct KeptRow {
    std::string path;
    Kept kept;
};
KeptRow read_kept(const db::Row& row) {
    return {row.as<std::string>(0), {row.as<std::int64_t>(1), row.as<std::int64_t>(2)}};
}

const db::Query<KeptRow(std::string_view)> kKept{
    "select path, number, fingerprint from search_document where kind = $1", read_kept};
const db::Query<KeptRow(std::string_view, std::string_view)> kKeptOfOwner{
    "select path, number, fingerprint from search_document where kind = $1 and owner = $2", read_kept};
const db::Query<std::string()> kKinds{"select kind from search_total where documents > 0 group by kind",
                                      db::columns<std::string, std::string>};

KeptByPath by_path(std::vector<KeptRow> rows) {
    KeptByPath found;
    for (auto& row : rows) found.emplace(std::move(row.path), row.kept);
    return found;
}

}  // namespace

std::vector<Candidate> candidates(db::Read& read, const Wanted& wanted) {
    if (read.kind() == db::Location::Kind::postgres && !wanted.newest_years.empty()) {
        Match among_newest = wanted.match;
        among_newest.all.push_back(wanted.newest_years);
        auto found = read.all(kCandidates, tsquery_text(among_newest), wanted.limit);
        if (std::ssize(found) == wanted.limit) return found;
    }
    return read.all(kCandidates, in_words_of(read.kind(), wanted.match), wanted.limit);
}

std::int64_t count_matches(db::Read& read, const Match& match) {
    return read.one(kCountMatches, in_words_of(read.kind(), match)).value_or(0);
}

std::unordered_map<std::int64_t, Content> contents(db::Read& read, std::span<const std::int64_t> numbers) {
    std::string list;
    for (const auto number : numbers) list += (list.empty() ? "" : ",") + std::to_string(number);
    std::unordered_map<std::int64_t, Content> found;
    if (list.empty()) return found;
    for (auto& row : read.all(kContents, list)) found.emplace(row.number, std::move(row.content));
    return found;
}

std::int64_t documents_with(db::Read& read, const Stems& stems, base::Locale locale) {
    const auto& second = stems.other.empty() ? stems.main : stems.other;
    return read.one(kDocumentsWith, locale, stems.main, second).value_or(0);
}

// Texts are in the order of their bytes, and U+10FFFF, which is no letter, is behind all letters.
std::vector<KnownWord> words_beginning(db::Read& read, const Beginning& beginning) {
    return read.all(kWordsBeginning, beginning.locale, beginning.folded, beginning.folded + "\U0010FFFF",
                    beginning.limit);
}

std::vector<KnownWord> frequent_words(db::Read& read, const Frequent& frequent) {
    return read.all(kFrequentWords, frequent.locale, frequent.limit);
}

std::vector<Total> totals(db::Read& read) { return read.all(kTotals); }
std::vector<Total> recounted_totals(db::Read& read) { return read.all(kRecountedTotals); }

State state(db::Read& read) { return read.one(kState).value_or(State{}); }

KeptByPath kept(db::Read& read, std::string_view kind) { return by_path(read.all(kKept, kind)); }

KeptByPath kept_of_owner(db::Read& read, std::string_view kind, std::string_view owner) {
    return by_path(read.all(kKeptOfOwner, kind, owner));
}

std::vector<std::string> kinds(db::Read& read) { return read.all(kKinds); }

}  // namespace search::store
