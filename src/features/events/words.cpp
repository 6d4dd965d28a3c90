#include "features/events/words.h"

#include <algorithm>
#include <array>
#include <utility>

#include <fmt/format.h>

namespace events {

using i18n::Translator;

std::string when_words(const Translator& t, const Plan& plan) {
    const auto time = t.date_time(plan.starts_at, plan.zone);
    return plan.format == Format::online ? fmt::format("{} – {}", time, zone_words(t, plan.zone.name())) : time;
}

std::string zone_words(const Translator& t, std::string_view zone) {
    static constexpr std::array<std::pair<std::string_view, base::Message>, kZones.size()> kNames{
        {{"America/St_Johns", base::message("Newfoundland time (St. John’s)")},
         {"America/Halifax", base::message("Atlantic time (Halifax)")},
         {"America/Moncton", base::message("Atlantic time (Moncton)")},
         {"America/Toronto", base::message("Eastern time (Toronto, Montréal)")},
         {"America/Winnipeg", base::message("Central time (Winnipeg)")},
         {"America/Regina", base::message("Central time without summer time (Regina)")},
         {"America/Edmonton", base::message("Mountain time (Edmonton)")},
         {"America/Vancouver", base::message("Pacific time (Vancouver)")},
         {"America/Whitehorse", base::message("Yukon time (Whitehorse)")}}};
    const auto found = std::ranges::find(kNames, zone, &std::pair<std::string_view, base::Message>::first);
    return found == kNames.end() ? std::string{zone} : t(found->second);
}

std::string place_words(const Translator& t, const Plan& plan) {
    const std::string town = fmt::format("{}, {}", plan.town, t(people::name(plan.province)));
    if (plan.format == Format::online) return t("Online ({town})", {{"town", town}});
    return fmt::format("{}, {}", plan.place, town);
}

std::string language_words(const Translator& t, Language language) {
    switch (language) {
        case Language::english:
            return t("English");
        case Language::french:
            return t("French");
        case Language::both:
            return t("English and French");
    }
    return {};
}

std::string list_path(base::Locale locale) { return fmt::format("/{}/events", base::code(locale)); }

std::string event_path(base::Locale locale, EventId id) { return fmt::format("{}/{}", list_path(locale), id.value); }

std::string feed_path(base::Locale locale, std::string_view file) {
    return fmt::format("{}/feeds/{}", list_path(locale), file);
}

std::string own_path(base::Locale locale, std::string_view token) {
    return fmt::format("{}/guests/{}", list_path(locale), token);
}

std::string champions_path(base::Locale locale) { return fmt::format("/{}/champions/own", base::code(locale)); }

std::string staff_list_path(base::Locale locale) { return fmt::format("/{}/staff/events", base::code(locale)); }

std::string staff_path(base::Locale locale, EventId id) {
    return fmt::format("{}/{}", staff_list_path(locale), id.value);
}

}  // namespace events
