#include "features/newsroom/archive.h"

#include <algorithm>
#include <functional>
#include <map>
#include <numeric>

namespace newsroom {

std::int64_t Archive::items() const {
    return std::accumulate(years.begin(), years.end(), undated,
                           [](std::int64_t sum, const ArchiveYear& year) { return sum + year.items; });
}

Archive archive_of(const std::vector<store::MonthCount>& months) {
    Archive archive;
    std::map<Month, std::int64_t, std::greater<>> by_month;
    for (const auto& count : months) {
        if (count.month)
            by_month[*count.month] += count.items;
        else
            archive.undated += count.items;
    }
    for (const auto& [month, items] : by_month) {
        if (items <= 0) continue;
        if (archive.years.empty() || archive.years.back().year != month.year)
            archive.years.push_back({month.year, 0, {}});
        auto& year = archive.years.back();
        year.items += items;
        year.months.push_back({month, items});
    }
    return archive;
}

bool has_items(const address::Period& period, const Archive& archive) {
    if (period.year == 0) return archive.undated > 0;
    const auto year = std::ranges::find(archive.years, period.year, &ArchiveYear::year);
    if (year == archive.years.end() || !period.month) return year != archive.years.end();
    const Month wanted{period.year, *period.month};
    return std::ranges::any_of(year->months, [&](const auto& count) { return count.month == wanted; });
}

std::optional<Month> quiet_since(const Archive& archive, base::Instant now) {
    if (archive.years.empty()) return std::nullopt;
    const auto newest = archive.years.front().months.front().month;
    const auto today = std::chrono::floor<std::chrono::days>(
        std::chrono::sys_time<std::chrono::microseconds>{std::chrono::microseconds{now.microseconds}});
    const auto last_day = days_of(*newest).end - std::chrono::days{1};
    if (today - last_day <= std::chrono::days{kQuietDays}) return std::nullopt;
    return newest;
}

}  // namespace newsroom
