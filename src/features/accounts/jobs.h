// features/accounts/jobs.h - work of this slice that comes back by itself.
#pragma once
#include "platform/db/database.h"
#include "platform/jobs/jobs.h"

namespace accounts {

// "accounts.sweep", each night: sessions, links and wrong tries that nobody can use any more are dropped.
void add_jobs(jobs::Handlers& handlers, db::Database& database);

}  // namespace accounts
