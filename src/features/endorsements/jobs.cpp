#include "features/endorsements/jobs.h"

#include <fmt/format.h>

#include "features/endorsements/document_store.h"

namespace endorsements {
namespace {

constexpr auto kForgotten = base::days(1);

}  // namespace

void add_jobs(jobs::Handlers& handlers, const DocumentFiles& kept) {
    handlers.daily("endorsements.files", base::hours(9), [kept](const jobs::Job& job) { sweep(kept, job.now); });
}

// Each removal is a transaction of its own, so that no row comes to need the file between the look and the removal.
void sweep(const DocumentFiles& kept, base::Instant now) {
    std::vector<files::Address> old;
    kept.files.each([&](const files::StoredFile& file) {
        if (file.stored_at < now - kForgotten) old.push_back(file.address);
    });
    for (const auto& address : old)
        kept.database.write([&](db::Write& write) {
            if (!store::is_file_needed(write, address.hex())) kept.files.remove(address);
        });
}

ports::Check files_check(const files::FileStore& files) {
    return {"endorsements.files", [&files](db::Read& read) {
                std::vector<ports::Finding> findings;
                for (const std::string& file : store::needed_files(read)) {
                    const auto address = files::Address::parse(file);
                    if (!address || !files.exists(*address))
                        findings.push_back({fmt::format("the file {} of a document is missing", file)});
                }
                return findings;
            }};
}

}  // namespace endorsements
