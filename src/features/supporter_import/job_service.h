// features/supporter_import/job_service.h - tries uploaded files of people, and brings them in, beside requests.
#pragma once
#include "features/supporter_import/run_service.h"
#include "platform/files/file_store.h"
#include "platform/jobs/jobs.h"

namespace supporter_import {

// What the jobs work with; all of it outlives them.
struct Bench {
    Tools tools;
    files::FileStore& files;  // of the uploads
};

// Orders the work that the state of the import asks for, within the transaction that brought it there.
void order_work(db::Write& write, ImportId id);

// "supporters.import" tries a file, or brings it in for some minutes and then orders itself again; a crash costs the
// piece that was not committed. "supporters.imports", daily: imports of a month ago go, then files that none needs any
// more.
void add_jobs(jobs::Handlers& handlers, const Bench& bench);

// The job's work. true: there is more to do.
bool work(const Bench& bench, ImportId id, base::Duration at_most);
void sweep(const Bench& bench, base::Instant now);

}  // namespace supporter_import
