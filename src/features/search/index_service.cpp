#include "features/search/index_service.h"

#include <algorithm>
#include <optional>

#include <fmt/format.h>

#include "features/search/store.h"

namespace search {
namespace {

constexpr std::size_t kPage = 200;      // documents that are read, and written, at once
constexpr std::int64_t kDropped = 500;  // documents that are taken out at once
constexpr auto kOnItsWay = base::minutes(10);

using Documents = std::vector<ports::SearchDocument>;

Documents read_page(db::Database& database, const ports::DocumentSource& source, const std::string& after) {
    return database.read([&](db::Read& read) { return source.provider(read, {.after = after, .limit = kPage}); });
}

// Puts what differs into the change, and takes what is there still out of `kept`.
void compare_document(const Content& content, store::KeptByPath& kept, store::Change& change) {
    const auto found = kept.find(content.path);
    if (found == kept.end()) return change.come.push_back(content);
    if (found->second.fingerprint != fingerprint_of(content)) {
        change.gone.push_back(found->second.number);
        change.come.push_back(content);
    }
    kept.erase(found);
}

std::int64_t apply(db::Database& database, const store::Change& change) {
    if (change.gone.empty() && change.come.empty()) return 0;
    database.write([&](db::Write& write) { store::apply(write, change); });
    return static_cast<std::int64_t>(std::max(change.gone.size(), change.come.size()));
}

std::int64_t drop(db::Database& database, const store::KeptByPath& kept) {
    std::int64_t dropped = 0;
    store::Change change;
    for (const auto& [path, each] : kept) {
        change.gone.push_back(each.number);
        if (std::ssize(change.gone) < kDropped) continue;
        dropped += apply(database, change);
        change.gone.clear();
    }
    return dropped + apply(database, change);
}

// ---- The check

struct Differences {
    std::int64_t missing = 0, outdated = 0, left_over = 0;
    std::string example{};
};

void compare_kept(const ports::SearchDocument& document, const Content& content, store::KeptByPath& kept,
                  Differences& differences) {
    const auto found = kept.find(content.path);
    const bool is_new = document.changed_at > db::now() - kOnItsWay;
    const bool is_missing = found == kept.end();
    const bool differs = !is_missing && found->second.fingerprint != fingerprint_of(content);
    if (!is_missing) kept.erase(found);
    if (is_new || (!is_missing && !differs)) return;
    ++(is_missing ? differences.missing : differences.outdated);
    if (differences.example.empty()) differences.example = content.path;
}

Differences differences_of(db::Read& read, const ports::DocumentSource& source) {
    auto kept = store::kept(read, source.kind.slug);
    Differences differences;
    ports::DocumentPage page{.limit = kPage};
    for (;;) {
        const auto documents = source.provider(read, page);
        for (const auto& document : documents)
            compare_kept(document, content_of(document, source.kind.slug), kept, differences);
        if (documents.size() < page.limit) break;
        page.after = documents.back().key;
    }
    differences.left_over = std::ssize(kept);
    if (differences.example.empty() && !kept.empty()) differences.example = kept.begin()->first;
    return differences;
}

void look_at_documents(db::Read& read, const ports::SearchDocuments& documents, std::vector<ports::Finding>& findings) {
    for (const auto& source : documents.sources()) {
        const auto found = differences_of(read, source);
        if (found.missing + found.outdated + found.left_over == 0) continue;
        findings.push_back(
            {fmt::format("{}: {} documents are missing, {} are outdated, {} are left over ({}); `alltogether "
                         "search rebuild` puts it right",
                         source.kind.slug, found.missing, found.outdated, found.left_over, found.example)});
    }
}

bool same(const store::Total& left, const store::Total& right) {
    return left.locale == right.locale && left.kind == right.kind && left.year == right.year &&
           left.level == right.level && left.documents == right.documents && left.text_words == right.text_words;
}

void look_at_totals(db::Read& read, std::vector<ports::Finding>& findings) {
    const auto totals = store::totals(read);
    if (!std::ranges::equal(totals, store::recounted_totals(read), same))
        findings.push_back({"the stored counts of documents differ from the documents"});
    for (const base::Locale locale : base::kLocales) {
        std::int64_t expected = 0;
        for (const auto& total : totals) expected += total.locale == locale ? total.documents : 0;
        const auto found = store::count_matches(read, {{{locale_lexeme(locale)}}});
        if (found != expected)
            findings.push_back(
                {fmt::format("the index finds {} documents in {}; there are {}", found, base::code(locale), expected)});
    }
}

}  // namespace

void Indexer::follow(std::string_view payload) {
    const std::scoped_lock lock{mutex_};
    const bool is_current =
        database_.read([](db::Read& read) { return store::state(read).analysis == kAnalysisVersion; });
    if (payload.empty() || !is_current) {
        compare_locked({});
        return;
    }
    const auto blank = std::min(payload.find(' '), payload.size());
    const auto* source = documents_.find(payload.substr(0, blank));
    if (source != nullptr) follow_owner(*source, std::string{payload.substr(std::min(blank + 1, payload.size()))});
}

void Indexer::follow_owner(const ports::DocumentSource& source, const std::string& owner) {
    auto kept = database_.read([&](db::Read& read) { return store::kept_of_owner(read, source.kind.slug, owner); });
    store::Change change;
    std::string after = owner;
    for (bool is_owned = true; is_owned;) {
        const auto documents = read_page(database_, source, after);
        for (const auto& document : documents) {
            is_owned = document.key.starts_with(owner);
            if (!is_owned) break;
            if (owner_of(document.key) == owner) compare_document(content_of(document, source.kind.slug), kept, change);
        }
        if (documents.size() < kPage) break;
        after = documents.back().key;
    }
    for (const auto& [path, gone] : kept) change.gone.push_back(gone.number);
    apply(database_, change);
}

Compared Indexer::compare_source(const ports::DocumentSource& source, const IndexObserver& observe) {
    auto kept = database_.read([&](db::Read& read) { return store::kept(read, source.kind.slug); });
    Compared compared;
    std::string after;
    for (;;) {
        const auto documents = read_page(database_, source, after);
        store::Change change;
        for (const auto& document : documents) compare_document(content_of(document, source.kind.slug), kept, change);
        compared.changed += apply(database_, change);
        compared.documents += std::ssize(documents);
        if (observe) observe(std::ssize(documents));
        if (documents.size() < kPage) break;
        after = documents.back().key;
    }
    compared.changed += drop(database_, kept);
    return compared;
}

// Documents of slices that this program does not have any more.
std::int64_t Indexer::drop_unknown_kinds() {
    std::int64_t dropped = 0;
    for (const auto& kind : database_.read([](db::Read& read) { return store::kinds(read); }))
        if (documents_.find(kind) == nullptr)
            dropped += drop(database_, database_.read([&](db::Read& read) { return store::kept(read, kind); }));
    return dropped;
}

Compared Indexer::compare(const IndexObserver& observe) {
    const std::scoped_lock lock{mutex_};
    return compare_locked(observe);
}

Compared Indexer::compare_locked(const IndexObserver& observe) {
    const auto state = database_.read([](db::Read& read) { return store::state(read); });
    if (state.analysis != kAnalysisVersion) return rebuild_locked(observe);
    Compared all{.documents = 0, .changed = drop_unknown_kinds()};
    for (const auto& source : documents_.sources()) {
        const auto compared = compare_source(source, observe);
        all.documents += compared.documents;
        all.changed += compared.changed;
    }
    if (all.changed > 0) database_.write([](db::Write& write) { store::forget_unused_words(write); });
    return all;
}

void Indexer::compare_when_idle() {
    const std::scoped_lock lock{mutex_};
    const auto begin = std::chrono::steady_clock::now();
    if (begin < idle_until_) return;
    compare_locked({});
    const auto end = std::chrono::steady_clock::now();
    idle_until_ = end + 60 * (end - begin);
}

Compared Indexer::rebuild(const IndexObserver& observe) {
    const std::scoped_lock lock{mutex_};
    return rebuild_locked(observe);
}

Compared Indexer::rebuild_locked(const IndexObserver& observe) {
    empty();
    Compared all;
    for (const auto& source : documents_.sources()) all.documents += compare_source(source, observe).documents;
    all.changed = all.documents;
    database_.write([](db::Write& write) { store::set_analysis(write, kAnalysisVersion); });
    return all;
}

// Until it is full again, the index is of no analysis: whoever is interrupted begins anew.
void Indexer::empty() {
    database_.write([](db::Write& write) { store::set_analysis(write, 0); });
    while (database_.write([](db::Write& write) { return store::empty_some(write, kDropped); }) > 0) {
    }
}

void take_out(db::Write& write, const ports::DocumentName& name) {
    store::Change change;
    for (const auto& [path, kept] : store::kept_of_owner(write, name.kind, name.key))
        change.gone.push_back(kept.number);
    if (!change.gone.empty()) store::apply(write, change);
}

ports::Check index_check(const ports::SearchDocuments& documents) {
    return {"search.index", [&documents](db::Read& read) {
                std::vector<ports::Finding> findings;
                if (store::state(read).analysis == 0) return findings;
                look_at_documents(read, documents, findings);
                look_at_totals(read, findings);
                return findings;
            }};
}

}  // namespace search
