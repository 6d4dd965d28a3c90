// features/segments/jobs.h - what the slice does by itself: what people did before we knew them becomes theirs.
#pragma once
#include "base/instant.h"
#include "platform/db/database.h"
#include "platform/jobs/jobs.h"

namespace segments {

// Each minute for those who came just now, from a file or by a partner's program; each night for all.
void add_jobs(jobs::Handlers& handlers, db::Database& database);

void adopt_newcomers(db::Database& database, base::Instant now);
void adopt_everybody(db::Database& database);

}  // namespace segments
