// features/champions/words.h - how pages say what somebody offers, and what time it is there.
#pragma once
#include <string>
#include <string_view>

#include "features/champions/champion.h"
#include "platform/i18n/translator.h"

namespace champions {

// "English and French"; "In person up to 80 km away, or online".
std::string languages_line(const i18n::Translator& t, const Offer& offer);
std::string formats_line(const i18n::Translator& t, const Offer& offer);

// "2:05 p.m. / 14 h 05": what the wall shows in a zone.
std::string time_of_day(const i18n::Translator& t, base::Instant at, const i18n::TimeZone& zone);
// "America/St_Johns" -> "Newfoundland (St. John’s)", of those that the editor offers; else the name.
std::string zone_name(const i18n::Translator& t, std::string_view zone);

}  // namespace champions
