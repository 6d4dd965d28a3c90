// tests/contracts/unchanged.h - did anything change in the database, but for what the program's own workers write?
#pragma once
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "platform/db/copy.h"

namespace contracts {

// Workers note when they ran, the search how far it followed, the log of the count gets a head each minute, what became
// of a night's sweeps is kept, what a busy machine leaves out is logged, and signing in is a session.
inline bool moves_by_itself(const std::string& table) {
    return table.starts_with("count_proof_") || table == "job" || table == "job_schedule" || table == "search_state" ||
           table == "fraud_change" || table == "list_consent_sweep" || table == "privacy_run" ||
           table == "staff_session";
}

// What every other table holds.
inline std::vector<db::CopiedTable> lasting_digests(const db::Location& location) {
    auto all = db::digests(location);
    std::erase_if(all, [](const db::CopiedTable& table) { return moves_by_itself(table.name); });
    return all;
}

inline void expect_unchanged(const std::vector<db::CopiedTable>& before, const db::Location& location) {
    const auto after = lasting_digests(location);
    ASSERT_EQ(before.size(), after.size());
    for (std::size_t i = 0; i < before.size(); ++i) EXPECT_EQ(before[i].digest, after[i].digest) << before[i].name;
}

}  // namespace contracts
