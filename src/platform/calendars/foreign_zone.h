// platform/calendars/foreign_zone.h - the time zones that other people's calendars name, however they do it.
#pragma once
#include <optional>
#include <string_view>

#include "platform/i18n/time_zone.h"

namespace calendars {

// The zone of a TZID: a name of the tz database, alone or behind a prefix ("/example.org/2026/America/Regina"), or the
// name that Windows gives it ("Newfoundland Standard Time"). nullopt for any other text.
std::optional<i18n::TimeZone> zone_of(std::string_view tzid);

}  // namespace calendars
