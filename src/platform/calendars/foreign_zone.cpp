#include "platform/calendars/foreign_zone.h"

#include <string>

#include <unicode/timezone.h>

#include "platform/i18n/icu.h"

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

}  // namespace

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
