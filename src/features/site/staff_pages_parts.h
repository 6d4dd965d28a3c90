// features/site/staff_pages_parts.h - what the staff pages of this slice share. Included by them only.
#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "features/site/staff_pages.h"
#include "platform/html/forms.h"

namespace site::staff_pages {

struct Head {
    std::string title;
    std::string lead{};
    html::SafeHtml actions{};
};
void write_head(html::Out& out, const Head& head);

struct Crumb {
    std::string label, url;
};
void write_breadcrumbs(html::Out& out, const i18n::Translator& t, const Crumb& above, const std::string& here);

struct ButtonLink {
    std::string url, label;
    std::string_view icon, kind = "quiet";
};
html::SafeHtml button_link(const ButtonLink& link);

// Two-language editor: the name of a language with a badge that tells whether it is all there. Its section stays open.
struct LanguageColumn {
    base::Locale locale;
    bool is_complete;
};
void open_language(html::Out& out, const i18n::Translator& t, const LanguageColumn& column);

// The checkbox and the button that publish; the decision about a missing language is asked only where one is missing.
struct Publication {
    std::string url, button, missing;
    const base::Problems& problems;
};
void write_publication(html::Out& out, const i18n::Translator& t, const Publication& publication);

std::vector<html::Choice> level_choices(const people::LevelTree& levels, base::Locale locale);

}  // namespace site::staff_pages
