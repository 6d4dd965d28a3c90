// ports/day_words.h - a day as people read it: "November 3, 2026", "3 novembre 2026".
#pragma once
#include <string>
#include <string_view>

#include "base/day.h"
#include "base/instant.h"
#include "platform/i18n/translator.h"

namespace ports {

inline std::string day_in_words(const i18n::Translator& t, base::Day day,
                                i18n::DateStyle style = i18n::DateStyle::long_form) {
    // Noon in Toronto is the same day in every zone of the country.
    const auto noon = base::Instant{} + base::days(day.time_since_epoch().count()) + base::hours(17);
    return t.date(noon, style);
}

// Of one that is kept as "2026-11-03"; what is no day stays as it is.
inline std::string day_in_words(const i18n::Translator& t, std::string_view day,
                                i18n::DateStyle style = i18n::DateStyle::long_form) {
    const auto known = base::day_of(day);
    return known ? day_in_words(t, *known, style) : std::string{day};
}

}  // namespace ports
