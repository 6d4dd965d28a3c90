#include "features/editor_letters/words.h"

#include <fmt/format.h>

#include "platform/i18n/local_time.h"

namespace editor_letters {

using i18n::Translator;

std::string where_words(const Translator& t, const NewspaperFacts& facts) {
    if (!facts.province) return t("Canada");
    const std::string province = t(people::name(*facts.province));
    return facts.place.empty() ? province : fmt::format("{}, {}", facts.place, province);
}

std::string limit_words(const Translator& t, std::int64_t word_limit) {
    if (word_limit == 0) return {};
    return t.plural("at most {count} word", "at most {count} words", word_limit);
}

std::string language_words(const Translator& t, PaperLanguage language) {
    switch (language) {
        case PaperLanguage::english:
            return t("English");
        case PaperLanguage::french:
            return t("French");
        case PaperLanguage::both:
            return t("English and French");
    }
    return {};
}

std::string letter_for_paper(const EditorLetter& letter) {
    return fmt::format("{}\n\n{}\n{}\n\n{}\n{}\n", letter.text, letter.name, letter.place, letter.telephone,
                       letter.email);
}

std::string day_at(base::Instant at) {
    return i18n::text_of(i18n::local_time(at, i18n::TimeZone::toronto())).substr(0, 10);
}

std::string list_path(base::Locale locale) { return fmt::format("/{}/editor-letters", base::code(locale)); }

std::string printed_path(base::Locale locale) { return list_path(locale) + "/printed"; }

std::string campaign_path(base::Locale locale, EditorCampaignId campaign) {
    return fmt::format("{}/{}", list_path(locale), campaign.value);
}

std::string write_path(base::Locale locale, EditorCampaignId campaign, NewspaperId newspaper) {
    return fmt::format("{}/papers/{}", campaign_path(locale, campaign), newspaper.value);
}

std::string draft_path(base::Locale locale, std::string_view token) {
    return fmt::format("{}/drafts/{}", list_path(locale), token);
}

std::string letter_path(base::Locale locale, std::string_view token) {
    return fmt::format("{}/letters/{}", list_path(locale), token);
}

std::string staff_list_path(base::Locale locale) { return fmt::format("/{}/staff/editor-letters", base::code(locale)); }

std::string staff_campaign_path(base::Locale locale, EditorCampaignId campaign) {
    return fmt::format("{}/{}", staff_list_path(locale), campaign.value);
}

std::string staff_papers_path(base::Locale locale) { return fmt::format("/{}/staff/newspapers", base::code(locale)); }

std::string staff_paper_path(base::Locale locale, NewspaperId newspaper) {
    return fmt::format("{}/{}", staff_papers_path(locale), newspaper.value);
}

}  // namespace editor_letters
