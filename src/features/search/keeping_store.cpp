// What store.h declares about putting documents in and taking them out.
#include <map>
#include <set>
#include <tuple>

#include "features/search/store.h"

namespace search::store {
namespace {

const db::Query<std::int64_t(std::int64_t)> kIsTaken{"select number from search_entry where number = $1",
                                                     db::columns<std::int64_t, std::int64_t>};

const db::BatchCommand<void(std::int64_t, std::string, std::string, std::string, base::Locale, std::string, std::string,
                            std::string, std::string, std::string, std::string, std::optional<std::int64_t>, int,
                            std::optional<base::Instant>, std::string, std::int64_t, std::int64_t)>
    kInsertDocuments{
        "insert into search_document (number, kind, owner, key, locale, path, title, teaser, body, tags, sections, "
        "level_id, year, dated_at, ranked, text_words, fingerprint) "
        "values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17)"};
const db::BatchCommand<void(std::int64_t, std::string)> kInsertEntries{
    "insert into search_entry (number, lexemes) values ($1, $2)"};

const db::Command<void(std::int64_t)> kDeleteDocument{"delete from search_document where number = $1"};
const db::Command<void(std::int64_t)> kDeleteEntry{"delete from search_entry where number = $1"};

const db::BatchCommand<void(base::Locale, std::string, std::string, std::string, std::string, std::int64_t)>
    kCountWords{
        "insert into search_word (locale, word, folded, stem, other_stem, documents) values ($1, $2, $3, $4, $5, $6) "
        "on conflict (locale, word) do update set documents = search_word.documents + excluded.documents"};
const db::BatchCommand<void(base::Locale, std::string, int, std::int64_t, std::int64_t, std::int64_t)> kCountTotals{
    "insert into search_total (locale, kind, year, level_id, documents, text_words) values ($1, $2, $3, $4, $5, $6) "
    "on conflict (locale, kind, year, level_id) do update set documents = search_total.documents + "
    "excluded.documents, text_words = search_total.text_words + excluded.text_words"};

const db::Command<void()> kNoteChange{"update search_state set changes = changes + 1 where id = 1"};
const db::Command<void()> kForgetWords{"delete from search_word where documents <= 0"};

const db::Query<std::int64_t(std::string_view)> kNumberOfPath{"select number from search_document where path = $1",
                                                              db::columns<std::int64_t, std::int64_t>};

const db::Query<std::int64_t(std::int64_t)> kSomeNumbers{"select number from search_document order by number limit $1",
                                                         db::columns<std::int64_t, std::int64_t>};
const db::Command<void()> kClearEntries{"delete from search_entry"};  // of a damaged index: without their documents
const db::Command<void()> kClearWords{"delete from search_word"};
const db::Command<void()> kClearTotals{"delete from search_total"};
const db::Command<void(std::int64_t)> kSetAnalysis{
    "update search_state set analysis = $1, changes = changes + 1 where id = 1"};

// How words and totals change by what comes and goes, each once.
class Steps {
public:
    void add(const Content& content, const Entry& entry, std::int64_t direction) {
        for (const auto& word : entry.vocabulary) {
            auto& step = words_[{content.locale, word.lower}];
            step.word = &word;
            step.documents += direction;
        }
        auto& total = totals_[{content.locale, content.kind, year_of(content), content.level.value_or(0)}];
        total.documents += direction;
        total.text_words += direction * entry.text_words;
    }

    void write(db::Write& write) const {
        write.run_batch(kCountWords, words_, [](const auto& each) {
            const auto& [locale, lower] = each.first;
            const auto& word = *each.second.word;
            return std::forward_as_tuple(locale, lower, word.folded, word.stems.main, word.stems.other,
                                         each.second.documents);
        });
        write.run_batch(kCountTotals, totals_, [](const auto& each) {
            const auto& [locale, kind, year, level] = each.first;
            return std::forward_as_tuple(locale, kind, year, level, each.second.documents, each.second.text_words);
        });
    }

private:
    struct WordStep {
        const VocabularyWord* word = nullptr;
        std::int64_t documents = 0;
    };
    struct TotalStep {
        std::int64_t documents = 0, text_words = 0;
    };
    std::map<std::tuple<base::Locale, std::string>, WordStep> words_;
    std::map<std::tuple<base::Locale, std::string, int, std::int64_t>, TotalStep> totals_;
};

struct Coming {
    const Content* content;
    Entry entry;
    std::string owner;
    int year;
    std::int64_t fingerprint;
};

// Another document may have this very number: the next one that nobody has.
void number_freely(db::Write& write, std::vector<Coming>& coming) {
    std::map<std::int64_t, int> given;
    for (auto& each : coming) {
        auto& number = each.entry.number;
        while (given.contains(number) || write.one(kIsTaken, number)) ++number;
        given.emplace(number, 0);
    }
}

void insert(db::Write& write, const std::vector<Coming>& coming) {
    write.run_batch(kInsertDocuments, coming, [](const Coming& each) {
        const auto& of = *each.content;
        return std::tie(each.entry.number, of.kind, each.owner, of.key, of.locale, of.path, of.title, of.teaser,
                        of.text, of.tags, of.sections, of.level, each.year, of.dated_at, each.entry.ranked,
                        each.entry.text_words, each.fingerprint);
    });
    write.run_batch(kInsertEntries, coming,
                    [](const Coming& each) { return std::tie(each.entry.number, each.entry.lexemes); });
}

Coming coming_of(const Content& content) {
    return {&content, entry_of(content), owner_of(content.key), year_of(content), fingerprint_of(content)};
}

std::vector<const Content*> last_of_each_path(const std::vector<Content>& come) {
    std::map<std::string_view, const Content*> by_path;
    for (const auto& content : come) by_path[content.path] = &content;
    std::vector<const Content*> kept;
    for (const auto& content : come)
        if (by_path[content.path] == &content) kept.push_back(&content);
    return kept;
}

std::set<std::int64_t> with_replaced(db::Write& write, const std::vector<std::int64_t>& gone,
                                     const std::vector<const Content*>& come) {
    std::set<std::int64_t> all(gone.begin(), gone.end());
    for (const auto* content : come)
        if (const auto number = write.one(kNumberOfPath, content->path)) all.insert(*number);
    return all;
}

void take_out(db::Write& write, std::int64_t number) {
    write.run(kDeleteDocument, number);
    write.run(kDeleteEntry, number);
}

}  // namespace

void apply(db::Write& write, const Change& change) {
    const auto come = last_of_each_path(change.come);
    const auto gone = with_replaced(write, change.gone, come);
    Steps steps;
    std::vector<Coming> going, coming;
    const std::vector<std::int64_t> numbers(gone.begin(), gone.end());
    const auto old = contents(write, numbers);
    for (const auto& [number, content] : old) going.push_back(coming_of(content));
    for (const auto* content : come) coming.push_back(coming_of(*content));
    for (const auto& each : going) steps.add(*each.content, each.entry, -1);
    for (const auto& each : coming) steps.add(*each.content, each.entry, 1);
    for (const auto number : gone) take_out(write, number);
    number_freely(write, coming);
    insert(write, coming);
    steps.write(write);
    write.run(kNoteChange);
}

void forget_unused_words(db::Write& write) { write.run(kForgetWords); }

std::int64_t empty_some(db::Write& write, std::int64_t limit) {
    const auto numbers = write.all(kSomeNumbers, limit);
    for (const auto number : numbers) take_out(write, number);
    if (std::ssize(numbers) < limit) {
        write.run(kClearEntries);
        write.run(kClearWords);
        write.run(kClearTotals);
    }
    return std::ssize(numbers);
}

void set_analysis(db::Write& write, std::int64_t analysis) { write.run(kSetAnalysis, analysis); }

}  // namespace search::store
