// features/search/index_service.h - keeps the index like the documents: follows what slices say, compares what they
// forgot to say, and builds it anew.
#pragma once
#include <chrono>
#include <cstdint>
#include <functional>
#include <mutex>
#include <string_view>
#include <vector>

#include "platform/db/database.h"
#include "ports/check.h"
#include "ports/search_documents.h"

namespace search {

// What became of the index.
struct Compared {
    std::int64_t documents = 0;  // looked at
    std::int64_t changed = 0;    // came, were replaced or went
};

// Told of every page of documents that was looked at.
using IndexObserver = std::function<void(std::int64_t documents)>;

// One thread of this process at a time works on the index; each transaction is short, so that nobody waits for it.
class Indexer {
public:
    // Both outlive the indexer; the documents may still be added to.
    Indexer(db::Database& database, const ports::SearchDocuments& documents)
        : database_(database), documents_(documents) {}

    // The payload of a job kFollowDocuments: "kind key", or nothing for all documents. An unknown kind is no fault.
    void follow(std::string_view payload);

    // Brings in what is missing or differs, takes out what vanished. Builds anew where the analysis is another one.
    Compared compare(const IndexObserver& observe = {});

    // Compares when that takes little of the machine's time: not before sixty times as long as the last time took.
    void compare_when_idle();

    // Empties the index and fills it.
    Compared rebuild(const IndexObserver& observe = {});

private:
    void follow_owner(const ports::DocumentSource& source, const std::string& owner);
    Compared compare_source(const ports::DocumentSource& source, const IndexObserver& observe);
    std::int64_t drop_unknown_kinds();
    void empty();
    Compared compare_locked(const IndexObserver& observe);
    Compared rebuild_locked(const IndexObserver& observe);

    db::Database& database_;
    const ports::SearchDocuments& documents_;
    std::mutex mutex_;
    std::chrono::steady_clock::time_point idle_until_{};
};

// Takes these documents out of the index in the transaction by which they vanish, for what nobody may find from its
// commit on. Whoever calls it says document_changed as well.
void take_out(db::Write& write, const ports::DocumentName& name);

// "search.index": the index holds what the documents say, its counts are right, and the database finds what it holds.
// What changed in the last ten minutes is still on its way. Nothing is said of an index that was never built.
ports::Check index_check(const ports::SearchDocuments& documents);

}  // namespace search
