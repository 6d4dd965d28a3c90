// features/petitions/jobs.h - work of this slice that comes back by itself.
#pragma once
#include <cstdint>

#include "platform/db/database.h"
#include "platform/jobs/jobs.h"
#include "ports/check.h"

namespace petitions {

// "petitions.forget_networks", each night: takes the network addresses out of signatures older than this many days
// (privacy.network_days; 0: never).
void add_jobs(jobs::Handlers& handlers, db::Database& database, std::int64_t network_days);

// Finds network addresses that the job should have taken out by now, two nights later.
ports::Check network_check(std::int64_t network_days);

// What the job does. How many signatures it changed.
std::int64_t forget_old_networks(db::Database& database, base::Instant signed_before);

}  // namespace petitions
