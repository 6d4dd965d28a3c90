// features/newsroom/document_jobs.h - documents that nobody attached, and files that no document needs, go.
#pragma once
#include "platform/db/database.h"
#include "platform/files/file_store.h"
#include "platform/jobs/jobs.h"
#include "ports/check.h"

namespace newsroom {

// What the job works with; all of it outlives it.
struct DocumentBench {
    db::Database& database;
    files::FileStore& files;
};

// "newsroom.documents", daily: documents that have been attached to nothing for a week, then files of the store that no
// document has needed for a day: those of uploads whose form was refused, or of a crash.
void add_document_jobs(jobs::Handlers& handlers, const DocumentBench& bench);
void sweep_documents(const DocumentBench& bench, base::Instant now);

// Every file of a document is there.
ports::Check documents_check(const files::FileStore& files);

}  // namespace newsroom
