// features/petitions/correction_pages.h - the public log of corrections of a count: how many signatures were taken out,
// when and why, and whether that was undone.
#pragma once
#include <string>
#include <vector>

#include "features/petitions/invalidation.h"
#include "platform/html/template.h"
#include "platform/i18n/time_zone.h"
#include "platform/i18n/translator.h"

namespace petitions::correction_pages {

// "/en/petitions/equality-pledge/corrections"
std::string path(base::Locale locale, std::string_view slug);

struct Log {
    const std::string& slug;
    const std::string& title;           // of the petition
    std::vector<Invalidation> batches;  // newest first
    i18n::TimeZone zone;
};

// The page of its own.
html::SafeHtml log(const i18n::Translator& t, const Log& log);

// The newest few on the page of the petition, and the way to all; nothing where there are none.
html::SafeHtml section(const i18n::Translator& t, const Log& log);

}  // namespace petitions::correction_pages
