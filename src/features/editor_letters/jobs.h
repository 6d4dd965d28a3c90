// features/editor_letters/jobs.h - turns at papers, the question whether a letter was printed, and what is forgotten.
#pragma once
#include <vector>

#include "features/editor_letters/services.h"
#include "platform/db/database.h"
#include "platform/jobs/jobs.h"
#include "ports/check.h"
#include "ports/retention.h"

namespace editor_letters {

void add_jobs(jobs::Handlers& handlers, const Services& services, db::Database& database);

// Letters that wait go out where a paper's day takes more. Every five minutes.
void take_all_turns(const Services& services, db::Database& database);
// Nine days after a letter left: was it printed? Once for each letter.
void ask_whether_printed(db::Database& database);

// Counts of campaigns that are not those of their letters.
ports::Check counts_check();

std::vector<ports::RetentionRule> retention_rules();

}  // namespace editor_letters
