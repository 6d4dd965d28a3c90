// features/newsroom/import_job_service.h - reads uploaded files of news, and brings them in, beside requests.
#pragma once
#include <filesystem>

#include "features/newsroom/import_run_service.h"
#include "features/newsroom/import_upload.h"
#include "platform/db/transaction.h"
#include "platform/files/file_store.h"
#include "platform/jobs/jobs.h"

namespace newsroom {

// What the jobs work with; all of it outlives them.
struct ImportBench {
    ImportTools tools;
    files::FileStore& files;  // of the uploads
};

// Orders the reading of an upload, or its import, within the transaction that makes it wait for one.
void order_reading(db::Write& write, UploadId upload);
void order_import(db::Write& write, UploadId upload);

// "newsroom.import_read" finds out what is in an upload and changes nothing else; "newsroom.import" brings it in.
// "newsroom.imports", daily: uploads of a month ago go, then files that none needs.
void add_import_jobs(jobs::Handlers& handlers, const ImportBench& bench);

// The jobs' work. A file that cannot be read to its end is reported; what came in before that place stays.
void read_upload(const ImportBench& bench, const Upload& upload, base::Instant now);
void import_upload(const ImportBench& bench, const Upload& upload, base::Instant now);
void sweep_imports(const ImportBench& bench, base::Instant now);

}  // namespace newsroom
