#include "features/champions/words.h"

#include <algorithm>
#include <array>
#include <utility>

#include <fmt/format.h>

#include "platform/i18n/local_time.h"

namespace champions {

std::string languages_line(const i18n::Translator& t, const Offer& offer) {
    const bool english = holds(offer.languages, base::Locale::english);
    const bool french = holds(offer.languages, base::Locale::french);
    if (english && french) return t("English and French");
    return english ? t("English") : french ? t("French") : std::string{};
}

std::string formats_line(const i18n::Translator& t, const Offer& offer) {
    const bool in_person = holds(offer.formats, ports::PresentationFormat::in_person);
    const bool online = holds(offer.formats, ports::PresentationFormat::online);
    if (!in_person) return t("Online only");
    if (offer.radius_kilometres > 0)
        return online ? t("In person up to {distance} km away, or online", {{"distance", offer.radius_kilometres}})
                      : t("In person up to {distance} km away", {{"distance", offer.radius_kilometres}});
    return online ? t("In person or online") : t("In person");
}

std::string time_of_day(const i18n::Translator& t, base::Instant at, const i18n::TimeZone& zone) {
    const auto wall = i18n::local_time(at, zone);
    if (t.locale() == base::Locale::french)
        return wall.minute == 0 ? fmt::format("{}\u00a0h", wall.hour)
                                : fmt::format("{}\u00a0h\u00a0{:02}", wall.hour, wall.minute);
    const int hour = wall.hour % 12 == 0 ? 12 : wall.hour % 12;
    return fmt::format("{}:{:02}\u00a0{}", hour, wall.minute, wall.hour < 12 ? "a.m." : "p.m.");
}

std::string zone_name(const i18n::Translator& t, std::string_view zone) {
    static constexpr std::array<std::pair<std::string_view, base::Message>, 13> kNames{{
        {"America/St_Johns", base::message("Newfoundland (St. John’s)")},
        {"America/Halifax", base::message("Atlantic (Halifax)")},
        {"America/Moncton", base::message("Atlantic (Moncton)")},
        {"America/Blanc-Sablon", base::message("Lower North Shore (Blanc-Sablon), no daylight saving")},
        {"America/Toronto", base::message("Eastern (Toronto, Montreal)")},
        {"America/Iqaluit", base::message("Eastern (Iqaluit)")},
        {"America/Winnipeg", base::message("Central (Winnipeg)")},
        {"America/Rankin_Inlet", base::message("Central (Rankin Inlet)")},
        {"America/Regina", base::message("Saskatchewan (Regina), no daylight saving")},
        {"America/Edmonton", base::message("Mountain (Edmonton)")},
        {"America/Yellowknife", base::message("Mountain (Yellowknife)")},
        {"America/Whitehorse", base::message("Yukon (Whitehorse), no daylight saving")},
        {"America/Vancouver", base::message("Pacific (Vancouver)")},
    }};
    const auto found = std::ranges::find(kNames, zone, &std::pair<std::string_view, base::Message>::first);
    return found == kNames.end() ? std::string{zone} : t(found->second);
}

}  // namespace champions
