// features/site/staff_pages_parts.h - what the staff pages of this slice share. Included by them only.
#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "features/site/staff_pages.h"
#include "platform/html/forms.h"
#include "ports/staff_pages.h"

namespace site::staff_pages {

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

std::vector<html::Choice> level_choices(const std::vector<people::Level>& levels, base::Locale locale);

}  // namespace site::staff_pages
