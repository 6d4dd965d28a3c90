// features/endorsements/jobs.h - the work of the night: files of documents that nobody needs any more.
#pragma once
#include "platform/db/database.h"
#include "platform/files/file_store.h"
#include "platform/jobs/jobs.h"
#include "ports/check.h"

namespace endorsements {

// Both outlive the job.
struct DocumentFiles {
    db::Database& database;
    files::FileStore& files;
};

// "endorsements.files", daily: files that no document has needed for a day go.
void add_jobs(jobs::Handlers& handlers, const DocumentFiles& kept);
void sweep(const DocumentFiles& kept, base::Instant now);

// Every document's file is there.
ports::Check files_check(const files::FileStore& files);

}  // namespace endorsements
