#include "features/mail_sending/pace.h"

#include <algorithm>
#include <limits>

namespace mail_sending {
namespace {

constexpr base::Duration kAhead = base::seconds(2);

}  // namespace

base::Duration Pace::interval() const { return {base::hours(1).microseconds / per_hour_}; }

std::int64_t Pace::room(base::Instant now) const {
    if (per_hour_ == 0) return std::numeric_limits<std::int64_t>::max();
    const auto window = std::max(kAhead, interval());
    const auto free = now + window - std::max(next_, now);
    return std::max<std::int64_t>(0, free.microseconds / interval().microseconds);
}

void Pace::take(std::int64_t mails, base::Instant now) {
    if (per_hour_ == 0) return;
    next_ = std::max(next_, now) + base::Duration{interval().microseconds * mails};
}

base::Instant Pace::reserve(base::Instant now) {
    if (per_hour_ == 0) return now;
    const auto place = std::max(next_, now);
    next_ = place + interval();
    return place;
}

std::int64_t day_of(base::Instant at) { return at.seconds() / 86'400; }

std::optional<std::int64_t> allowed_on(const WarmUp& plan, base::Instant now) {
    if (plan.first_day <= 0) return std::nullopt;
    double allowed = static_cast<double>(plan.first_day);
    for (auto day = day_of(plan.began_at); day < day_of(now); ++day) {
        allowed *= 1.0 + plan.growth_percent / 100.0;
        if (allowed >= static_cast<double>(plan.until_per_day)) return std::nullopt;
    }
    if (allowed >= static_cast<double>(plan.until_per_day)) return std::nullopt;
    return static_cast<std::int64_t>(allowed);
}

}  // namespace mail_sending
