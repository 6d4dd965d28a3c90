#include "features/petitions/sign_on_watch_service.h"

#include <algorithm>
#include <functional>

namespace petitions {

SignOnWatch::SignOnWatch(const runtime::Config::Limits& limits)
    : each_minute_{static_cast<std::uint32_t>(limits.sign_ons_per_minute_flag),
                   static_cast<std::uint32_t>(limits.sign_ons_per_minute_flag)},
      each_five_minutes_{
          static_cast<std::uint32_t>(limits.sign_ons_per_5_minutes_flag),
          static_cast<std::uint32_t>(std::max<std::int64_t>(1, limits.sign_ons_per_5_minutes_flag / 5))} {}

Pace SignOnWatch::count(const http::ClientAddress& address, std::string_view slug, base::Instant at) {
    const http::RateLimiter::Subject subject{address, std::hash<std::string_view>{}(slug)};
    const http::RateLimiter::Clock::time_point now{std::chrono::microseconds{at.microseconds}};
    const bool minute_exceeded = minute_.take(subject, each_minute_, now).has_value();
    const bool five_minutes_exceeded = five_minutes_.take(subject, each_five_minutes_, now).has_value();
    return minute_exceeded || five_minutes_exceeded ? Pace::many : Pace::usual;
}

}  // namespace petitions
