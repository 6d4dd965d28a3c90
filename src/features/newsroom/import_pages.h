// features/newsroom/import_pages.h - the pages on which staff import news. Each gives the content of <main>.
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "base/problem.h"
#include "features/newsroom/import_upload.h"
#include "features/newsroom/section.h"
#include "people/level.h"
#include "platform/html/template.h"
#include "platform/i18n/time_zone.h"
#include "platform/i18n/translator.h"

namespace newsroom::import_pages {

std::string list_path(base::Locale locale);                     // "/en/staff/news/imports"
std::string upload_path(base::Locale locale, UploadId upload);  // "/en/staff/news/imports/17"

struct ImportList {
    std::vector<Upload> uploads;
    std::vector<Section> sections;
    std::vector<people::Level> levels;
    std::string section, new_section, level, locale;  // as typed
    const i18n::TimeZone& zone;
    const base::Problems& problems;
};
html::SafeHtml list(const i18n::Translator& t, const ImportList& list);

// Who may do what with it.
enum class May : unsigned char { make_drafts, publish };

struct UploadPage {
    const Upload& upload;
    const UploadReport& report;
    std::optional<Section> section;  // absent: it will be made
    May may;
    const base::Problems& problems;
};
html::SafeHtml upload(const i18n::Translator& t, const UploadPage& page);

}  // namespace newsroom::import_pages
