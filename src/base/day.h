// base/day.h - a date without a time: of events, and as lists and forms show it.
#pragma once
#include <chrono>
#include <optional>
#include <string>
#include <string_view>

namespace base {

// A day of the calendar, wherever it was.
using Day = std::chrono::sys_days;

// The years that a day can be of: earlier ones are misread, later ones are a slip.
inline constexpr int kFirstYear = 1800;
inline constexpr int kLastYear = 2199;

// "2019-05-03" and nothing else; nullopt for a day that no calendar has, and for years out of bounds.
std::optional<Day> day_of(std::string_view text);

// "2019-05-03"
std::string iso(Day day);

int year_of(Day day);

}  // namespace base
