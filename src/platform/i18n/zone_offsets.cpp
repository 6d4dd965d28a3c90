#include "platform/i18n/zone_offsets.h"

#include <memory>

#include <unicode/basictz.h>
#include <unicode/tztrans.h>

#include "platform/i18n/icu.h"

namespace i18n {
namespace {

constexpr int kMillisecondsInMinute = 60'000;

UDate icu_date(base::Instant at) { return static_cast<UDate>(at.microseconds) / 1'000; }

OffsetPeriod period_at(const icu::TimeZone& zone, base::Instant at) {
    UErrorCode status = U_ZERO_ERROR;
    std::int32_t raw = 0, daylight = 0;
    zone.getOffset(icu_date(at), false, raw, daylight, status);
    icu_data::expect_success(status, "offset of a time zone");
    return {at, (raw + daylight) / kMillisecondsInMinute, daylight == 0 ? ClockKind::standard : ClockKind::daylight};
}

}  // namespace

std::vector<OffsetPeriod> offset_periods(const TimeZone& zone, const OffsetStretch& stretch) {
    const std::unique_ptr<icu::TimeZone> made{icu::TimeZone::createTimeZone(icu_data::utf16(zone.name()))};
    std::vector<OffsetPeriod> periods{period_at(*made, stretch.from)};
    // Every zone of the tz database is one whose transitions can be listed.
    const auto* rules = dynamic_cast<const icu::BasicTimeZone*>(made.get());
    icu::TimeZoneTransition next;
    base::Instant reached = stretch.from;
    while (rules != nullptr && rules->getNextTransition(icu_date(reached), false, next)) {
        reached = base::Instant{static_cast<std::int64_t>(next.getTime()) * 1'000};
        if (reached >= stretch.until) break;
        const auto period = period_at(*made, reached);
        if (period.minutes != periods.back().minutes || period.kind != periods.back().kind) periods.push_back(period);
    }
    return periods;
}

}  // namespace i18n
