// features/delivery/jobs.h - the work in the background: documents are made, and go again after a month.
#pragma once
#include "features/delivery/document_order.h"
#include "features/delivery/services.h"
#include "platform/db/database.h"
#include "platform/jobs/jobs.h"
#include "ports/check.h"

namespace delivery {

inline constexpr std::string_view kDocumentJob = "delivery.document";

// What the jobs work with; all of it outlives them.
struct Bench {
    db::Database& database;
    const Services& services;
};

// "delivery.document": makes the document whose number is the payload. "delivery.files", daily: documents a month old
// go, with the names in them; then files that no row has needed for a day.
void add_jobs(jobs::Handlers& handlers, const Bench& bench);

// "delivery.forget": a file, by its address, that no row needs any more.
inline constexpr std::string_view kForgetJob = "delivery.forget";

// When a person is erased, so that no name of theirs is left: documents with names go, since nobody can tell who is in
// them. They can be ordered anew.
void forget_names(db::Write& write);

// Makes it, and keeps it in the store of files. Nothing where it is made already or gone.
void make_document(const Bench& bench, DocumentId id, base::Instant now);
void sweep(const Bench& bench, base::Instant now);

// Every file that a row names is there.
ports::Check files_check(const files::FileStore& files);

}  // namespace delivery
