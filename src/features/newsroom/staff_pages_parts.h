// features/newsroom/staff_pages_parts.h - what the staff pages of this slice share. Included by them only.
#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "features/newsroom/staff_pages.h"
#include "platform/html/assets.h"
#include "platform/html/forms.h"
#include "ports/staff_pages.h"

namespace newsroom::staff_pages {

std::string stage_label(const i18n::Translator& t, Stage stage);
ports::Badge stage_badge(const i18n::Translator& t, Stage stage);

// "News", then whatever leads from there.
std::vector<ports::Crumb> crumbs(const i18n::Translator& t);
std::vector<ports::Crumb> crumbs(const i18n::Translator& t, ItemId item, const std::string& title);

// The pages about one item: writing, preview, steps, revisions.
enum class ItemTab : unsigned char { write, documents, preview, steps, revisions };
html::SafeHtml tabs(const i18n::Translator& t, ItemId item, ItemTab here);

std::vector<html::Choice> level_choices(const i18n::Translator& t, const std::vector<people::Level>& levels);
std::vector<html::Choice> section_choices(const i18n::Translator& t, const std::vector<Section>& sections);

// Both languages side by side: the head of a column, whose section stays open.
struct LanguageColumn {
    base::Locale locale;
    ports::Badge state;
};
void open_language(html::Out& out, const LanguageColumn& column);

// The decision to publish without a language, where one is missing.
html::SafeHtml missing_language_decision(const i18n::Translator& t, const base::Problems& problems);

}  // namespace newsroom::staff_pages
