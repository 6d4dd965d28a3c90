// features/newsroom/day.h - dates without a time: of events, and as lists show them. Pure.
#pragma once
#include <chrono>
#include <optional>
#include <string>
#include <string_view>

namespace newsroom {

// A day of the calendar, wherever it was.
using Day = std::chrono::sys_days;

// The years that an item can be of: earlier ones are misread, later ones are a slip.
inline constexpr int kFirstYear = 1800;
inline constexpr int kLastYear = 2199;

// "2019-05-03" and nothing else; nullopt for a day that no calendar has, and for years out of bounds.
std::optional<Day> day_of(std::string_view text);

// "2019-05-03"
std::string iso(Day day);

// A month of the archive.
struct Month {
    int year;
    unsigned month;  // 1..12
    auto operator<=>(const Month&) const = default;
};
Month month_of(Day day);

// The days of a year or a month: first <= day < end.
struct Days {
    Day first, end;
};
Days days_of_year(int year);
Days days_of(Month month);

}  // namespace newsroom
