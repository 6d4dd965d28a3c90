// features/events/words.h - the sentences that pages, mails and feeds share, and the addresses of pages.
#pragma once
#include <string>
#include <string_view>

#include "features/events/event.h"
#include "platform/i18n/translator.h"

namespace events {

// "December 3, 2026 at 7:00 p.m." in the zone of the place; online, where people may be anywhere, with its name behind
// it.
std::string when_words(const i18n::Translator& t, const Plan& plan);
// "Atlantic time (Halifax)"; its name in the tables of zones where the form does not offer it.
std::string zone_words(const i18n::Translator& t, std::string_view zone);
std::string place_words(const i18n::Translator& t, const Plan& plan);
std::string language_words(const i18n::Translator& t, Language language);

// "/en/events", "/en/events/17", ...
std::string list_path(base::Locale locale);
std::string event_path(base::Locale locale, EventId id);
std::string feed_path(base::Locale locale, std::string_view file);
std::string own_path(base::Locale locale, std::string_view token);
std::string champions_path(base::Locale locale);  // of a champion's own pages
std::string staff_list_path(base::Locale locale);
std::string staff_path(base::Locale locale, EventId id);

}  // namespace events
