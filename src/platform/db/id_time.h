// platform/db/id_time.h - identities grow with the time at which they were made, so a time says where to begin to look.
#pragma once
#include <cstdint>

#include "base/instant.h"

namespace db {

inline constexpr std::int64_t kIdEpoch = 1'735'689'600'000'000;  // 2025-01-01T00:00:00Z in microseconds

// No identity made at `at` or later is smaller, whichever writer made it; 0 for times before 2025.
std::int64_t least_id_at(base::Instant at);

}  // namespace db
