// ports/day_words.h - a day that is kept as "2026-11-03", as people read it.
#pragma once
#include <string>
#include <string_view>

#include "platform/i18n/local_time.h"
#include "platform/i18n/translator.h"

namespace ports {

// "November 3, 2026", "3 novembre 2026"; what is no day stays as it is. By its noon, so that every zone of the country
// writes the same.
inline std::string day_in_words(const i18n::Translator& t, std::string_view day) {
    const auto noon = i18n::local_time_of(std::string{day} + "T12:00");
    const auto at = noon ? i18n::instant_of(*noon, i18n::TimeZone::toronto()) : std::nullopt;
    return at ? t.date(*at) : std::string{day};
}

}  // namespace ports
