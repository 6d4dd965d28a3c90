#include "features/search/jobs.h"

namespace search {

void add_jobs(jobs::Handlers& handlers, Indexer& indexer) {
    handlers.add(ports::kFollowDocuments, [&indexer](const jobs::Job& job) { indexer.follow(job.payload); });
    handlers.every("search.compare", base::minutes(1), [&indexer](const jobs::Job&) { indexer.compare_when_idle(); });
}

}  // namespace search
