// features/mailing_list/jobs.h - the work of the night: implied consents that ended, and limits of days gone by.
#pragma once
#include "platform/db/database.h"
#include "platform/jobs/jobs.h"
#include "ports/retention.h"

namespace mailing_list {

inline constexpr base::Duration kWarning = base::days(30);

// Notes every implied consent that ended since the last look, once each, and counts those that end within 30 days. That
// mail stops follows from the time itself and needs no sweep.
void sweep_consents(db::Database& database, base::Instant now);

void add_jobs(jobs::Handlers& handlers, db::Database& database);

// Sign-ups that nobody confirmed.
ports::RetentionRule unconfirmed_rule();

}  // namespace mailing_list
