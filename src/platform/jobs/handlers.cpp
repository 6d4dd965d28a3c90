#include "base/check.h"
#include "platform/jobs/jobs.h"

namespace jobs {

base::Instant next_time(const Schedule& schedule, base::Instant now) {
    const std::int64_t interval = schedule.interval.microseconds;
    const std::int64_t passed = (now.microseconds - schedule.offset.microseconds) / interval;
    return {(passed + 1) * interval + schedule.offset.microseconds};
}

void Handlers::add(std::string_view kind, Handler handler) {
    const bool is_new = by_kind_.emplace(kind, std::move(handler)).second;
    CHECK(is_new);
}

void Handlers::every(std::string_view kind, base::Duration interval, Handler handler) {
    CHECK(interval >= base::seconds(1));
    add(kind, std::move(handler));
    schedules_.push_back({std::string(kind), interval, {}});
}

void Handlers::daily(std::string_view kind, base::Duration time_of_day, Handler handler) {
    CHECK(time_of_day >= base::Duration{} && time_of_day < base::days(1));
    add(kind, std::move(handler));
    schedules_.push_back({std::string(kind), base::days(1), time_of_day});
}

const Handler* Handlers::find(std::string_view kind) const {
    const auto found = by_kind_.find(kind);
    return found == by_kind_.end() ? nullptr : &found->second;
}

}  // namespace jobs
