// features/petition_record/series.h - how a count grew: its days, the line they make, the marks it passed. Pure.
#pragma once
#include <cstdint>
#include <optional>
#include <vector>

#include "base/instant.h"

namespace petition_record {

// A day of the country's middle: from midnight to midnight, UTC-5, summer and winter. Days since 1970-01-01.
struct Day {
    std::int64_t number;
    auto operator<=>(const Day&) const = default;
};
Day day_of(base::Instant at);
base::Instant noon_of(Day day);  // for writing its date

// How many were first counted on a day, less those of them who were taken out since. Days with nothing are left out.
struct DayCount {
    Day day;
    std::int64_t counted;
    bool operator==(const DayCount&) const = default;
};

// The whole count at the end of a day.
struct Total {
    Day day;
    std::int64_t total;
    bool operator==(const Total&) const = default;
};

// One total for each day of `days` (in order), and one for `today` where the last is earlier: a count stays.
std::vector<Total> totals(const std::vector<DayCount>& days, Day today);

// At most `most` (2 or more) of the totals, at equal distances in time: the first day, the last, and the state at the
// end of days between them, also such on which nobody signed.
std::vector<Total> thinned(const std::vector<Total>& totals, std::size_t most);

// Marks that a count passed for good: 100, 250, 500, 1,000, 2,500 and so on, and the goal; with the first day from
// which the total never fell below again. In their order.
struct Milestone {
    std::int64_t count;
    Day reached;
    enum class Mark : unsigned char { round_number, goal } mark;
    bool operator==(const Milestone&) const = default;
};
std::vector<Milestone> milestones(const std::vector<Total>& totals, std::int64_t goal);

// The next mark above the total; the goal counts where there is one.
std::int64_t next_mark(std::int64_t total, std::int64_t goal);

}  // namespace petition_record
