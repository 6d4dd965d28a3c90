#include "features/presentations/words.h"

#include <algorithm>
#include <vector>

#include <fmt/format.h>
#include <fmt/ranges.h>

namespace presentations {

using i18n::Translator;

std::string time_words(const Translator& t, base::Instant at, const Wish& wish) {
    const auto time = t.date_time(at, wish.zone);
    return wish.format == Format::online ? fmt::format("{} – {}", time, zone_words(t, wish.zone)) : time;
}

std::string zone_words(const Translator& t, const i18n::TimeZone& zone) {
    const auto found = std::ranges::find(zone_choices(), std::string_view{zone.name()}, &ZoneChoice::name);
    return found == zone_choices().end() ? std::string{zone.name()} : t(found->label);
}

std::string place_words(const Translator& t, const Wish& wish) {
    const std::string town = fmt::format("{}, {}", wish.town, t(people::name(wish.province)));
    if (wish.format == Format::online) return t("Online ({town})", {{"town", town}});
    return wish.place.empty() ? town : fmt::format("{}, {}", wish.place, town);
}

std::string host_line(const Translator& t, const Wish& wish) {
    if (wish.contact_name.empty()) return t("Host: {group}", {{"group", wish.host_group}});
    return t("Host: {group} ({name})", {{"group", wish.host_group}, {"name", wish.contact_name}});
}

std::string length_words(const Translator& t, std::int64_t minutes) {
    return t.plural("{count} minute", "{count} minutes", minutes);
}

std::string language_words(const Translator& t, base::Locale language) {
    return language == base::Locale::english ? t("English") : t("French");
}

namespace {

std::string way_words(const Translator& t, const Reasons& reasons) {
    const int way = *reasons.kilometres;
    if (way == 0) return t("lives there");
    if (reasons.is_too_far())
        return t("lives about {way} km away, farther than the {radius} km that they travel",
                 {{"way", way}, {"radius", reasons.radius}});
    return t("lives about {way} km away", {{"way", way}});
}

}  // namespace

std::string reason_words(const Translator& t, const Reasons& reasons) {
    std::vector<std::string> parts;
    if (reasons.is_asked_for) parts.push_back(t("the host asked for them by name"));
    if (!reasons.area) parts.push_back(t("serves other places"));
    if (reasons.area == ports::AreaFit::local) parts.push_back(t("serves this very place"));
    if (reasons.area == ports::AreaFit::province) parts.push_back(t("serves the province"));
    if (reasons.area == ports::AreaFit::national) parts.push_back(t("serves the whole country"));
    if (reasons.kilometres) parts.push_back(way_words(t, reasons));
    if (reasons.knows_topic) parts.push_back(t("named the topic as theirs"));
    parts.push_back(t.plural("free at {count} of the dates", "free at {count} of the dates", reasons.dates));
    parts.push_back(reasons.load == 0 ? t("nothing else around these weeks")
                                      : t.plural("{count} other presentation around these weeks",
                                                 "{count} other presentations around these weeks", reasons.load));
    return fmt::format("{}", fmt::join(parts, " · "));
}

std::string feeling_words(const Translator& t, int feeling) {
    switch (feeling) {
        case 1:
            return t("Discouraged");
        case 2:
            return t("Doubtful");
        case 3:
            return t("Undecided");
        case 4:
            return t("Hopeful");
        case 5:
            return t("Ready to act");
        default:
            return {};
    }
}

ports::Badge badge_of(const Translator& t, State state) {
    switch (state) {
        case State::unconfirmed:
            return {"neutral", t("Address not confirmed")};
        case State::waiting:
            return {"warning", t("Waits for a champion")};
        case State::offered:
            return {"information", t("Offered to champions")};
        case State::booked:
            return {"success", t("Booked")};
        case State::held:
            return {"neutral", t("Held")};
        case State::cancelled:
            return {"neutral", t("Cancelled")};
        case State::declined:
            return {"neutral", t("Declined")};
        case State::missed:
            return {"danger", t("Somebody did not come")};
    }
    return {"neutral", ""};
}

ports::Badge badge_of(const Translator& t, OfferState state) {
    switch (state) {
        case OfferState::open:
            return {"information", t("Asked")};
        case OfferState::accepted:
            return {"success", t("Said yes")};
        case OfferState::refused:
            return {"neutral", t("Said no")};
        case OfferState::expired:
            return {"warning", t("Did not answer in time")};
        case OfferState::gone:
            return {"neutral", t("Not needed any more")};
    }
    return {"neutral", ""};
}

std::string home_path(base::Locale locale) { return fmt::format("/{}/presentations", base::code(locale)); }

std::string ask_path(base::Locale locale) { return home_path(locale) + "/ask"; }

std::string own_path(base::Locale locale, std::string_view token) {
    return fmt::format("{}/own/{}", home_path(locale), token);
}

std::string offer_path(base::Locale locale, std::string_view token) {
    return fmt::format("{}/offers/{}", home_path(locale), token);
}

std::string champion_path(base::Locale locale, std::string_view token) {
    return fmt::format("{}/champion/{}", home_path(locale), token);
}

std::string report_path(base::Locale locale, std::string_view champion_token, PresentationId id) {
    return fmt::format("{}/{}", champion_path(locale, champion_token), id.value);
}

std::string name_path(base::Locale locale, std::string_view token) {
    return fmt::format("{}/names/{}", home_path(locale), token);
}

std::string calendar_path(base::Locale locale, std::string_view token) {
    return fmt::format("{}/calendars/{}", home_path(locale), token);
}

std::string staff_list_path(base::Locale locale) { return fmt::format("/{}/staff/presentations", base::code(locale)); }

std::string staff_path(base::Locale locale, PresentationId id) {
    return fmt::format("{}/{}", staff_list_path(locale), id.value);
}

}  // namespace presentations
