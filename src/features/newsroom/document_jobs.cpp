#include "features/newsroom/document_jobs.h"

#include <string>
#include <vector>

#include <fmt/format.h>

#include "features/newsroom/document_store.h"

namespace newsroom {
namespace {

constexpr auto kUnattached = base::days(7);
constexpr auto kForgotten = base::days(1);
constexpr std::int64_t kAtOnce = 100;

void remove_loose(db::Database& database, base::Instant before) {
    std::int64_t removed = kAtOnce;
    while (removed == kAtOnce)
        removed = database.write([&](db::Write& write) {
            const auto loose = store::loose_documents(write, {before, kAtOnce});
            for (const auto& document : loose) store::remove_document(write, document.id);
            return std::ssize(loose);
        });
}

// Within the writer's transaction, so that no document comes to need the file between the look and the removal.
void remove_unneeded(const DocumentBench& bench, const files::Address& address) {
    bench.database.write([&](db::Write& write) {
        if (!store::is_file_needed(write, address.hex())) bench.files.remove(address);
    });
}

}  // namespace

void add_document_jobs(jobs::Handlers& handlers, const DocumentBench& bench) {
    handlers.daily("newsroom.documents", base::hours(9),
                   [bench](const jobs::Job& job) { sweep_documents(bench, job.now); });
}

void sweep_documents(const DocumentBench& bench, base::Instant now) {
    remove_loose(bench.database, now - kUnattached);
    std::vector<files::Address> old;
    bench.files.each([&](const files::StoredFile& file) {
        if (file.stored_at < now - kForgotten) old.push_back(file.address);
    });
    for (const auto& address : old) remove_unneeded(bench, address);
}

ports::Check documents_check(const files::FileStore& files) {
    return {"newsroom.documents", [&files](db::Read& read) {
                std::vector<ports::Finding> findings;
                for (const auto& document : store::all_documents(read)) {
                    const auto address = files::Address::parse(document.file);
                    if (!address || !files.exists(*address))
                        findings.push_back({fmt::format("{}: its file {} is missing", document.path, document.file)});
                }
                return findings;
            }};
}

}  // namespace newsroom
