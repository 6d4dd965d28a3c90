#include "features/petition_record/series.h"

#include <algorithm>

namespace petition_record {
namespace {

constexpr std::int64_t kDay = base::days(1).microseconds;
constexpr std::int64_t kMidnight = base::hours(5).microseconds;  // of UTC-5, on the clock of UTC
constexpr std::int64_t kFirstMark = 100;

// 100, 250, 500, 1000, 2500, ...: the one behind it.
std::int64_t mark_after(std::int64_t mark) {
    std::int64_t power = kFirstMark;
    while (power * 10 <= mark) power *= 10;
    if (mark == power) return power / 2 * 5;
    return mark == power / 2 * 5 ? power * 5 : power * 10;
}

// Every round number up to the total, and the goal, in order.
std::vector<std::int64_t> marks_up_to(std::int64_t total, std::int64_t goal) {
    std::vector<std::int64_t> marks;
    for (std::int64_t mark = kFirstMark; mark <= total; mark = mark_after(mark)) marks.push_back(mark);
    if (goal > 0 && goal <= total && std::ranges::find(marks, goal) == marks.end()) marks.push_back(goal);
    std::ranges::sort(marks);
    return marks;
}

// The first of the days behind which the total never falls below the mark. The last total is at least the mark.
Day reached_for_good(const std::vector<Total>& totals, std::int64_t mark) {
    auto day = totals.rbegin();
    while (day != totals.rend() && day->total >= mark) ++day;
    return day.base()->day;
}

// The state at the end of a day that is not before the first.
Total at(const std::vector<Total>& totals, Day day) {
    const auto later = std::ranges::upper_bound(totals, day, {}, &Total::day);
    return {day, std::prev(later)->total};
}

}  // namespace

Day day_of(base::Instant instant) {
    const std::int64_t local = instant.microseconds - kMidnight;
    return {(local >= 0 ? local : local - kDay + 1) / kDay};
}

base::Instant noon_of(Day day) { return {day.number * kDay + kMidnight + kDay / 2}; }

std::vector<Total> totals(const std::vector<DayCount>& days, Day today) {
    std::vector<Total> totals;
    std::int64_t total = 0;
    for (const DayCount& each : days) totals.push_back({each.day, total += each.counted});
    if (!totals.empty() && totals.back().day < today) totals.push_back({today, total});
    return totals;
}

std::vector<Total> thinned(const std::vector<Total>& totals, std::size_t most) {
    if (totals.size() < 2) return totals;
    const std::int64_t first = totals.front().day.number;
    const std::int64_t length = totals.back().day.number - first;
    const auto steps = std::min(length, static_cast<std::int64_t>(most) - 1);
    std::vector<Total> kept;
    for (std::int64_t step = 0; step <= steps; ++step) kept.push_back(at(totals, {first + length * step / steps}));
    return kept;
}

std::vector<Milestone> milestones(const std::vector<Total>& totals, std::int64_t goal) {
    std::vector<Milestone> reached;
    if (totals.empty()) return reached;
    for (const std::int64_t mark : marks_up_to(totals.back().total, goal))
        reached.push_back({mark, reached_for_good(totals, mark),
                           mark == goal ? Milestone::Mark::goal : Milestone::Mark::round_number});
    return reached;
}

std::int64_t next_mark(std::int64_t total, std::int64_t goal) {
    std::int64_t mark = kFirstMark;
    while (mark <= total) mark = mark_after(mark);
    return goal > total ? std::min(goal, mark) : mark;
}

}  // namespace petition_record
