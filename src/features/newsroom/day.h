// features/newsroom/day.h - days, and the months and years of the archive. Pure.
#pragma once
#include <compare>

#include "base/day.h"

namespace newsroom {

using base::Day;
using base::day_of;
using base::iso;
using base::kFirstYear;
using base::kLastYear;

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
