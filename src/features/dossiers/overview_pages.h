// features/dossiers/overview_pages.h - what staff see of all representatives: the table, and the same as a map. It
// gives the content of <main>.
#pragma once
#include <memory>
#include <string>
#include <vector>

#include "features/dossiers/overview_service.h"
#include "platform/html/template.h"
#include "platform/i18n/translator.h"

namespace dossiers::overview_pages {

inline constexpr std::size_t kRowsOnPage = 100;

enum class Shown : unsigned char { table, map };

struct Overview {
    Filter filter;
    Shown shown = Shown::table;
    std::vector<Row> rows;             // chosen and sorted, all of them
    std::vector<std::string> parties;  // of all whom this person may see
    std::size_t known = 0;             // how many those are
    std::size_t page = 1;              // of the table
    std::int64_t unread = 0;           // answers that wait
    // Boundaries for the map of one house; nullptr or empty where none were imported.
    std::shared_ptr<const ports::RidingMap> map{};
};
html::SafeHtml overview(const i18n::Translator& t, const Overview& overview);

// "/en/staff/dossiers"
std::string path(base::Locale locale);
// "/en/staff/dossiers/17"
std::string path(base::Locale locale, RepresentativeId representative);

}  // namespace dossiers::overview_pages
