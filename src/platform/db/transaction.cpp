#include "platform/db/transaction.h"

#include <algorithm>

#include "platform/db/id_time.h"

namespace db {

std::int64_t IdSource::next(base::Instant now) {
    last_ = std::max(last_ + 1, now.microseconds - kIdEpoch);
    return last_ * kWriterNumbers + writer_;
}

}  // namespace db
