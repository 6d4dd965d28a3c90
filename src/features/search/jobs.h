// features/search/jobs.h - the index follows by itself.
#pragma once
#include "features/search/index_service.h"
#include "platform/jobs/jobs.h"

namespace search {

// ports::kFollowDocuments, which slices order; and "search.compare" each minute, for what nobody ordered.
void add_jobs(jobs::Handlers& handlers, Indexer& indexer);

}  // namespace search
