#include "platform/db/transaction.h"

#include <algorithm>

namespace db {
namespace {

constexpr std::int64_t kEpoch = 1'735'689'600'000'000;  // 2025-01-01T00:00:00Z in microseconds

}  // namespace

std::int64_t IdSource::next(base::Instant now) {
    last_ = std::max(last_ + 1, now.microseconds - kEpoch);
    return last_ * kWriterNumbers + writer_;
}

}  // namespace db
