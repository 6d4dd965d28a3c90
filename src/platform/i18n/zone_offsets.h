// platform/i18n/zone_offsets.h - how far a time zone's clocks are from UTC over a stretch of time, as plain data: for
// what computes many times without asking for each.
#pragma once

#include <vector>

#include "base/instant.h"
#include "platform/i18n/time_zone.h"

namespace i18n {

enum class ClockKind : unsigned char { standard, daylight };

struct OffsetPeriod {
    base::Instant from;  // until the next one's from
    int minutes;         // east of UTC; America/Toronto in winter: -300
    ClockKind kind;
    bool operator==(const OffsetPeriod&) const = default;
};

struct OffsetStretch {
    base::Instant from, until;
};

// The periods that cover the stretch, ascending; the first begins at `from`, whenever its offset began. Two neighbours
// differ. Offsets are cut to whole minutes, which every zone has had since 1972.
[[nodiscard]] std::vector<OffsetPeriod> offset_periods(const TimeZone& zone, const OffsetStretch& stretch);

}  // namespace i18n
