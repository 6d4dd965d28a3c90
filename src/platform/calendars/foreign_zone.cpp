#include "platform/calendars/foreign_zone.h"

#include <algorithm>
#include <array>
#include <string>
#include <vector>

#include <unicode/timezone.h>

#include "platform/calendars/occurrences.h"
#include "platform/i18n/icu.h"
#include "platform/i18n/zone_offsets.h"

namespace calendars {
namespace {

std::optional<i18n::TimeZone> zone_of_windows(std::string_view name) {
    UErrorCode status = U_ZERO_ERROR;
    icu::UnicodeString found;
    icu::TimeZone::getIDForWindowsID(i18n::icu_data::utf16(name), "CA", found, status);
    if (U_FAILURE(status) || found.isEmpty()) return std::nullopt;
    std::string text;
    found.toUTF8String(text);
    return i18n::TimeZone::find(text);
}

// With those of Canada first: some go like others, and the name matters to nobody.
constexpr std::array<std::string_view, 28> kKnown{
    "America/St_Johns", "America/Halifax",   "America/Toronto",    "America/Winnipeg",  "America/Regina",
    "America/Edmonton", "America/Vancouver", "America/Whitehorse", "Etc/UTC",           "America/Anchorage",
    "Pacific/Honolulu", "America/Bogota",    "America/Caracas",    "America/Sao_Paulo", "America/Santiago",
    "Atlantic/Azores",  "Europe/London",     "Europe/Paris",       "Europe/Athens",     "Europe/Moscow",
    "Asia/Dubai",       "Asia/Karachi",      "Asia/Kolkata",       "Asia/Bangkok",      "Asia/Shanghai",
    "Asia/Tokyo",       "Australia/Sydney",  "Pacific/Auckland"};
constexpr std::size_t kMostChanges = 1'000;
constexpr auto kBehind = base::days(400);  // the clocks changed then at the latest, where they ever do

// From when on clocks are so far from UTC.
struct Change {
    base::Instant at;
    base::Duration offset;
};

base::Duration offset_in(icalcomponent* part, icalproperty_kind kind) {
    auto* property = icalcomponent_get_first_property(part, kind);
    if (property == nullptr) return {};
    return base::seconds(kind == ICAL_TZOFFSETFROM_PROPERTY ? icalproperty_get_tzoffsetfrom(property)
                                                            : icalproperty_get_tzoffsetto(property));
}

// What one STANDARD or DAYLIGHT says. Its times are those of the wall before the change; some programs let them begin
// in the year 1601.
void add_changes(std::vector<Change>& changes, icalcomponent* part, const ReadWindow& window) {
    auto* property = icalcomponent_get_first_property(part, ICAL_DTSTART_PROPERTY);
    if (property == nullptr) return;
    ForeignTime start{icalproperty_get_dtstart(property), *i18n::TimeZone::find("Etc/UTC")};
    start.time.year = std::max(start.time.year, 1970);
    const auto first = instant_of(start);
    if (!first) return;
    const DateReading date = [&](icalproperty*, const icaltimetype& time) { return ForeignTime{time, start.zone}; };
    const auto before = offset_in(part, ICAL_TZOFFSETFROM_PROPERTY), after = offset_in(part, ICAL_TZOFFSETTO_PROPERTY);
    const auto all = occurrences({part, start, date}, {window.from - kBehind, window.until, kMostChanges});
    changes.push_back({*first - before, after});
    for (const auto at : all.value_or(std::vector<base::Instant>{})) changes.push_back({at - before, after});
}

std::vector<Change> changes_of(icalcomponent* definition, const ReadWindow& window) {
    std::vector<Change> changes;
    for (auto* part = icalcomponent_get_first_component(definition, ICAL_ANY_COMPONENT);
         part != nullptr && changes.size() < kMostChanges;
         part = icalcomponent_get_next_component(definition, ICAL_ANY_COMPONENT)) {
        const auto kind = icalcomponent_isa(part);
        if (kind == ICAL_XSTANDARD_COMPONENT || kind == ICAL_XDAYLIGHT_COMPONENT) add_changes(changes, part, window);
    }
    std::ranges::sort(changes, {}, &Change::at);
    return changes;
}

// Day by day.
bool goes_so(const i18n::TimeZone& zone, const std::vector<Change>& changes, const ReadWindow& window) {
    const auto periods = i18n::offset_periods(zone, {window.from, window.until});
    for (auto day = window.from; day < window.until; day = day + base::days(1)) {
        const auto change = std::ranges::upper_bound(changes, day, {}, &Change::at);
        const auto period = std::ranges::upper_bound(periods, day, {}, &i18n::OffsetPeriod::from);
        if (change == changes.begin() || period == periods.begin()) return false;
        if (std::prev(change)->offset != base::minutes(std::prev(period)->minutes)) return false;
    }
    return true;
}

}  // namespace

std::optional<i18n::TimeZone> zone_like(icalcomponent* definition, const ReadWindow& window) {
    const auto changes = changes_of(definition, window);
    if (goes_so(window.zone, changes, window)) return window.zone;
    for (const auto name : kKnown)
        if (auto zone = i18n::TimeZone::find(name); zone && goes_so(*zone, changes, window)) return zone;
    return std::nullopt;
}

std::optional<i18n::TimeZone> zone_of(std::string_view tzid) {
    constexpr std::size_t kLongest = 128;
    if (tzid.size() > kLongest) return std::nullopt;
    for (auto rest = tzid; !rest.empty();) {
        if (const auto zone = i18n::TimeZone::find(rest)) return zone;
        const auto slash = rest.find('/');
        if (slash == std::string_view::npos) break;
        rest.remove_prefix(slash + 1);
    }
    return zone_of_windows(tzid);
}

}  // namespace calendars
