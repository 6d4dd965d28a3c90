// features/supporter_import/pages.h - the pages of imports.
#pragma once
#include <string>
#include <vector>

#include "features/supporter_import/import.h"
#include "features/supporter_import/person_row.h"
#include "people/fields.h"
#include "people/level.h"
#include "platform/html/template.h"
#include "platform/i18n/translator.h"

namespace supporter_import::pages {

std::string list_path(base::Locale locale);
std::string path(base::Locale locale, ImportId import);

struct ImportList {
    std::vector<Import> imports;
    std::vector<people::Level> levels;
    std::string level{};
    base::Problems problems{};
};
html::SafeHtml list(const i18n::Translator& t, const ImportList& list);

// A column of the file, its name and the first values in it.
struct SampleColumn {
    std::string name;
    std::vector<std::string> values;
};

struct ImportPage {
    Import import;
    std::string level;  // its name
    std::vector<SampleColumn> columns{};
    PlanForm typed{};
    std::vector<people::Field> fields{};
    std::vector<RowTrouble> troubles{};  // the first of them
    base::Problems problems{};
};
inline constexpr std::int64_t kShownTroubles = 100;
html::SafeHtml import(const i18n::Translator& t, const ImportPage& page);

}  // namespace supporter_import::pages
