// platform/calendars/occurrences.h - when one component of a foreign calendar takes place: its times in a zone, its
// repetitions. For read.cpp alone.
#pragma once
#include <cstdint>
#include <functional>
#include <optional>
#include <vector>

#include <libical/ical.h>

#include "base/instant.h"
#include "platform/i18n/time_zone.h"

namespace calendars {

// A time as a foreign calendar writes it.
struct ForeignTime {
    icaltimetype time;
    i18n::TimeZone zone;  // in which it is meant, unless it is in UTC
};

// The instant. One that clocks leap over is an hour later; a date is its midnight. nullopt for times that no calendar
// has.
std::optional<base::Instant> instant_of(const ForeignTime& time);

// From one time to the other on the clock of the wall of the first one's zone, in seconds.
std::int64_t seconds_on_the_wall(const ForeignTime& from, base::Instant until);
// So much later on the clock of the wall of that zone: an evening stays an evening across a change of the clocks.
// nullopt for times that no calendar has.
std::optional<base::Instant> later_on_the_wall(const ForeignTime& like, base::Instant at, std::int64_t seconds);

// Occurrences of `start` by all its RRULE and RDATE, itself first, that begin in the window; those that EXDATE leaves
// out, one by one or a whole day, are not among them. nullopt for a rule that is not followed: one that repeats more
// often than daily.
struct RepeatWindow {
    base::Instant from, until;
    std::size_t most;  // occurrences looked at
};
// How a date beside the start is meant: each may name a zone of its own.
using DateReading = std::function<ForeignTime(icalproperty* property, const icaltimetype& time)>;
struct Repeating {
    icalcomponent* event;
    const ForeignTime& start;
    const DateReading& date;
};
// How many times have to be looked at for that, at the most: to be asked before.
std::int64_t cost_of(const Repeating& repeating, base::Instant until);
std::optional<std::vector<base::Instant>> occurrences(const Repeating& repeating, const RepeatWindow& window);

}  // namespace calendars
