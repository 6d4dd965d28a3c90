// features/champions/own_parts_pages.h - the parts that the own pages of champions share.
#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "features/champions/champion.h"
#include "platform/html/template.h"
#include "platform/i18n/translator.h"

namespace champions::own_pages {

// Opens the page: whose it is, and the tabs. current is as in own_path(), "" for the overview.
void write_head(html::Out& out, const i18n::Translator& t, const Champion& champion, std::string_view current);
// Their next free times as one sentence, on the wall of their own zone.
void write_next_free(html::Out& out, const i18n::Translator& t, const Champion& champion,
                     const std::vector<base::Instant>& next_free);
// The secret address of their own calendar, and the button for another one.
void write_feed(html::Out& out, const i18n::Translator& t, const std::string& url);
// Signing out; closes what write_head() opened.
void write_foot(html::Out& out, const i18n::Translator& t);

}  // namespace champions::own_pages
