// features/editor_letters/words.h - the sentences that pages and mails share, and the addresses of pages.
#pragma once
#include <string>
#include <string_view>

#include "features/editor_letters/letter.h"
#include "platform/i18n/translator.h"

namespace editor_letters {

// "Larch River, New Brunswick"
std::string where_words(const i18n::Translator& t, const NewspaperFacts& facts);
// "at most 250 words"; "" where the paper names no limit
std::string limit_words(const i18n::Translator& t, std::int64_t word_limit);
std::string language_words(const i18n::Translator& t, PaperLanguage language);
// What the paper gets: the letter, and below it who wrote it and how they can be reached.
std::string letter_for_paper(const EditorLetter& letter);

// The day in the time of Toronto: "2026-11-22".
std::string day_at(base::Instant at);

// "/en/editor-letters", "/en/editor-letters/17", ...
std::string list_path(base::Locale locale);
std::string printed_path(base::Locale locale);
std::string campaign_path(base::Locale locale, EditorCampaignId campaign);
std::string write_path(base::Locale locale, EditorCampaignId campaign, NewspaperId newspaper);
std::string draft_path(base::Locale locale, std::string_view token);
std::string letter_path(base::Locale locale, std::string_view token);
std::string staff_list_path(base::Locale locale);
std::string staff_campaign_path(base::Locale locale, EditorCampaignId campaign);
std::string staff_papers_path(base::Locale locale);
std::string staff_paper_path(base::Locale locale, NewspaperId newspaper);

}  // namespace editor_letters
