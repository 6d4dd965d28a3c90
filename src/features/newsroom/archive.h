// features/newsroom/archive.h - the years and months of a list, and whether it is still being written. Pure.
#pragma once
#include <cstdint>
#include <optional>
#include <vector>

#include "base/instant.h"
#include "features/newsroom/address.h"
#include "features/newsroom/store.h"

namespace newsroom {

struct ArchiveYear {
    int year;
    std::int64_t items;
    std::vector<store::MonthCount> months;  // those with items, newest first
};

struct Archive {
    std::vector<ArchiveYear> years;  // those with items, newest first
    std::int64_t undated = 0;
    std::int64_t items() const;
};

// months in any order; counts of one month are added up, those that are not positive left out.
Archive archive_of(const std::vector<store::MonthCount>& months);

// Whether there is something in this year, in this month, or without a date.
bool has_items(const address::Period& period, const Archive& archive);

// The day of a list that nobody writes any more: that of its newest item, when it lies more than kQuietDays before
// today and is not in the future. nullopt for a list that is alive, and for one without dates.
inline constexpr int kQuietDays = 548;  // a year and a half
std::optional<Month> quiet_since(const Archive& archive, base::Instant now);

}  // namespace newsroom
