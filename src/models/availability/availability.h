// models/availability/availability.h - when somebody is free: the hours of a usual week, with exceptions, less what is
// taken and the time to travel there and back. Pure: no clock, no database; a time zone is data.
#pragma once
#include <cstddef>
#include <span>
#include <vector>

#include "base/day.h"
#include "base/instant.h"

namespace availability {

// From begin, which belongs to it, to end, which does not.
struct Span {
    base::Instant begin, end;
    bool operator==(const Span&) const = default;
};

// A time of the day in minutes since midnight, as clocks on the wall show it: 0 to 1440.
struct Hours {
    int from, until;  // from < until; 1440 is midnight at the end of the day
    bool operator==(const Hours&) const = default;
};

// Every week on this day. Hours of one day may overlap or touch.
struct WeeklyHours {
    int weekday;  // 0 Monday .. 6 Sunday
    Hours hours;
    bool operator==(const WeeklyHours&) const = default;
};

// closed: nothing at these hours, whatever else says so. open: these hours as well, on days that are else closed.
enum class ExceptionKind : unsigned char { closed = 0, open = 1 };

// These hours of each day from the first to the last, both included.
struct Exception {
    base::Day first, last;
    Hours hours;
    ExceptionKind kind;
    bool operator==(const Exception&) const = default;
};

struct Pattern {
    std::vector<WeeklyHours> weekly;
    std::vector<Exception> exceptions;
};

// How far clocks are from UTC, east of it, from an instant on until the next entry. America/St_Johns: -210, then -150.
struct ZoneOffset {
    base::Instant from;
    int minutes;
};

// booking: counts among those of its week. other: takes the time, and nothing else.
enum class BusyKind : unsigned char { booking, other };
struct Busy {
    Span span;
    BusyKind kind;
    base::Duration buffer{};  // free before and behind it, where that is more than the limits ask for
};

struct Limits {
    base::Duration notice{};  // no start sooner after `now`
    base::Duration buffer{};  // free before and behind every busy time, at the least
    int most_per_week = 50;   // bookings in a week of the zone, Monday to Sunday, by their beginning
};

// What is known about one person.
struct Person {
    std::span<const ZoneOffset> zone;  // ascending, covering the stretch asked about, a week more on both sides
    const Pattern& pattern;
    std::span<const Busy> busy;  // in any order; all that touch the stretch and a week more on both sides
    Limits limits;
};

struct Question {
    Span within;            // a free time lies wholly within
    base::Duration length;  // of a free time, whole minutes, more than 0
    base::Instant now;
    int step_minutes = 30;         // free times begin at a multiple of it since midnight on the wall; divides 1440
    std::size_t most = 1'000'000;  // as many at most, the earliest
};

// Every instant s, ascending, such that
//  - s is a whole minute at which the wall shows a multiple of the step,
//  - every instant of [s, s + length) lies within the stretch and is open: what the wall shows then, its day and its
//    minute, stands in the hours of that weekday or in an open exception, and in no closed exception,
//  - [s - buffer, s + length + buffer) touches no busy time, with the larger buffer of the limits and of that time,
//  - s is at least `notice` behind `now`,
//  - fewer than most_per_week bookings begin in the week that the wall shows at s.
// Hours that the wall shows twice, in autumn, are open both times; those that it leaps over, in spring, are not there.
std::vector<base::Instant> free_starts(const Person& person, const Question& question);

// The open time within the stretch, ascending, neither overlapping nor touching: the pattern and its exceptions alone.
std::vector<Span> open_spans(std::span<const ZoneOffset> zone, const Pattern& pattern, const Span& within);

}  // namespace availability
