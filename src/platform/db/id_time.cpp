#include "platform/db/id_time.h"

#include <algorithm>
#include <limits>

#include "platform/db/connection.h"

namespace db {

std::int64_t least_id_at(base::Instant at) {
    constexpr std::int64_t kLatest = std::numeric_limits<std::int64_t>::max() / kWriterNumbers;
    return std::clamp<std::int64_t>(at.microseconds - kIdEpoch, 0, kLatest) * kWriterNumbers;
}

}  // namespace db
