// platform/calendars/foreign_zone.h - the time zones that other people's calendars name, however they do it.
#pragma once
#include <optional>
#include <string_view>

#include <libical/ical.h>

#include "platform/calendars/calendar.h"
#include "platform/i18n/time_zone.h"

namespace calendars {

// The zone of a TZID: a name of the tz database, alone or behind a prefix ("/example.org/2026/America/Regina"), or the
// name that Windows gives it ("Newfoundland Standard Time"). nullopt for any other text.
std::optional<i18n::TimeZone> zone_of(std::string_view tzid);

// The zone whose clocks go, within the window, as this VTIMEZONE says: the reader's where it is that, else one of
// Canada or of elsewhere. nullopt where none of them goes so.
std::optional<i18n::TimeZone> zone_like(icalcomponent* definition, const ReadWindow& window);

}  // namespace calendars
