#include "platform/i18n/time_zone.h"

#include <unicode/timezone.h>

#include "platform/i18n/icu.h"

namespace i18n {

std::optional<TimeZone> TimeZone::find(std::string_view name) {
    constexpr size_t kLongestName = 64;
    if (name.empty() || name.size() > kLongestName) return std::nullopt;
    UErrorCode status = U_ZERO_ERROR;
    UBool is_system_zone = false;
    icu::UnicodeString canonical;
    icu::TimeZone::getCanonicalID(icu_data::utf16(name), canonical, is_system_zone, status);
    if (U_FAILURE(status) || !is_system_zone) return std::nullopt;
    return TimeZone{std::string{name}};
}

const TimeZone& TimeZone::toronto() {
    static const TimeZone kToronto{"America/Toronto"};
    return kToronto;
}

}  // namespace i18n
