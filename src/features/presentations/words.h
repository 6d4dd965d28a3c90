// features/presentations/words.h - the sentences that pages and mails share, and the addresses of pages.
#pragma once
#include <optional>
#include <string>

#include "features/presentations/notice.h"
#include "features/presentations/offer.h"
#include "features/presentations/presentation.h"
#include "platform/i18n/translator.h"
#include "ports/staff_pages.h"

namespace presentations {

// "December 3, 2026 at 7:00 p.m." in the zone of the place; online, where people may be anywhere, with its name behind
// it.
std::string time_words(const i18n::Translator& t, base::Instant at, const Wish& wish);
// "Atlantic time (Halifax)"; its name in the tables of zones where the form does not offer it.
std::string zone_words(const i18n::Translator& t, const i18n::TimeZone& zone);
// "St. Brendan’s Hall, Larch River, New Brunswick", "Online (Larch River, New Brunswick)"
std::string place_words(const i18n::Translator& t, const Wish& wish);
// "Host: Local 1031 (Ruth Abara)"; the name is left out once it is erased
std::string host_line(const i18n::Translator& t, const Wish& wish);
// "45 minutes"
std::string length_words(const i18n::Translator& t, std::int64_t minutes);
std::string language_words(const i18n::Translator& t, base::Locale language);
// "Serves the area itself · knows the topic · free at 2 of the dates · 1 presentation in these weeks"
std::string reason_words(const i18n::Translator& t, const Reasons& reasons);
std::string feeling_words(const i18n::Translator& t, int feeling);  // 1..5; "" for 0

ports::Badge badge_of(const i18n::Translator& t, State state);
ports::Badge badge_of(const i18n::Translator& t, OfferState state);

// "/en/presentations", "/en/presentations/ask", ...
std::string home_path(base::Locale locale);
std::string ask_path(base::Locale locale);
std::string own_path(base::Locale locale, std::string_view token);
std::string offer_path(base::Locale locale, std::string_view token);
std::string champion_path(base::Locale locale, std::string_view token);
std::string report_path(base::Locale locale, std::string_view champion_token, PresentationId id);
std::string name_path(base::Locale locale, std::string_view token);
std::string calendar_path(base::Locale locale, std::string_view token);
std::string staff_list_path(base::Locale locale);
std::string staff_path(base::Locale locale, PresentationId id);

}  // namespace presentations
