// platform/i18n/local_time.h - what clocks on the wall say in a time zone, and which instant that is.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "base/instant.h"
#include "platform/i18n/time_zone.h"

namespace i18n {

// A date of the Gregorian calendar and a time of the day, to the minute.
struct LocalTime {
    int year;
    int month;  // 1..12
    int day;    // 1..31
    int hour;   // 0..23
    int minute;
    bool operator==(const LocalTime&) const = default;
};

// "2026-11-30T09:00", as browsers send it; seconds behind it are left out. nullopt for any other text and for days and
// times that no calendar has.
[[nodiscard]] std::optional<LocalTime> local_time_of(std::string_view text);
[[nodiscard]] std::string text_of(const LocalTime& time);

// The instant at which the clocks show this. A time that they show twice, in autumn, is the earlier of the two; nullopt
// for one that they leap over, in spring.
[[nodiscard]] std::optional<base::Instant> instant_of(const LocalTime& time, const TimeZone& zone);

// What the clocks show at this instant, the seconds cut off.
[[nodiscard]] LocalTime local_time(base::Instant at, const TimeZone& zone);

}  // namespace i18n
