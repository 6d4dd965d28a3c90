// features/count_proof/audit_service.h - the log looked at critically: all of it, counted and hashed anew.
#pragma once
#include <cstdint>
#include <string>
#include <vector>

#include "platform/db/database.h"

namespace count_proof {

// Counts and hashes the whole log anew and holds it against what is kept: tallies, subtrees, the newest head and its
// signature, and that no entry contradicts an earlier one. One sentence for each difference.
std::vector<std::string> problems_of_log(db::Read& read);

// Makes all complete subtrees anew from the pages; returns how many entries there are. Short transactions.
std::int64_t rebuild(db::Database& database);

}  // namespace count_proof
