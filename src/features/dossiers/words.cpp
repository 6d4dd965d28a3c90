#include "features/dossiers/words.h"

#include "people/place.h"
#include "platform/i18n/local_time.h"
#include "ports/day_words.h"

namespace dossiers {
std::string short_day(const i18n::Translator& t, std::string_view day) {
    return ports::day_in_words(t, day, i18n::DateStyle::short_form);
}

std::string size_words(const i18n::Translator& t, std::int64_t bytes) {
    constexpr std::int64_t kKilobyte = 1'000, kMegabyte = 1'000'000;
    if (bytes < kKilobyte) return t("{number} bytes", {{"number", bytes}});
    if (bytes < kMegabyte) return t("{number} KB", {{"number", bytes / kKilobyte}});
    const double megabytes = static_cast<double>(bytes) / static_cast<double>(kMegabyte);
    return t("{number} MB", {{"number", t.number(megabytes, i18n::Decimals{1})}});
}

std::string name_words(const i18n::Translator& t, const Representative& representative) {
    return representative.name.empty() ? t("Vacant") : representative.name;
}

std::string office_words(const i18n::Translator& t, const Representative& representative) {
    std::string words = t(people::label_of(representative.office));
    if (!representative.place.empty()) words += ", " + representative.place;
    if (representative.province) words += " (" + t(people::name(*representative.province)) + ")";
    return words;
}

std::string asked_words(const i18n::Translator& t, const Totals& totals) {
    if (totals.asked == 0 || !totals.since) return t("Nobody has written yet.");
    return t.plural("Written to by {count} person since {day}.", "Written to by {count} people since {day}.",
                    totals.asked, {{"day", t.date(*totals.since)}});
}

std::string answered_words(const i18n::Translator& t, const Totals& totals) {
    if (totals.answered == 0 || !totals.answered_at) return t("No answer that we know of.");
    return t.plural("{count} answer, the last on {day}.", "{count} answers, the last on {day}.", totals.answered,
                    {{"day", t.date(*totals.answered_at)}});
}

std::string today(base::Instant now) {
    constexpr std::size_t kDay = 10;  // of "2026-11-22T09:00"
    return i18n::text_of(i18n::local_time(now, i18n::TimeZone::toronto())).substr(0, kDay);
}

}  // namespace dossiers
