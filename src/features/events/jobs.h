// features/events/jobs.h - reminders, the check of the seats, and what goes after how long.
#pragma once
#include "platform/db/database.h"
#include "platform/jobs/jobs.h"
#include "ports/check.h"
#include "ports/retention.h"

namespace events {

// "events.reminders", each hour: to who comes, the day before; and drafts that were deleted are forgotten. The database
// outlives it.
void add_jobs(jobs::Handlers& handlers, db::Database& database);
void remind(db::Database& database);

// The seats of each event are those of its guests.
ports::Check seats_check();

// Who came to events that are long over.
ports::RetentionRule guests_rule();

}  // namespace events
