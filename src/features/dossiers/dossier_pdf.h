// features/dossiers/dossier_pdf.h - sheets for a lobby day: two pages for each representative, to read on the way to
// the meeting and to write on in it.
#pragma once
#include <string>
#include <vector>

#include "base/instant.h"
#include "base/locale.h"
#include "features/dossiers/dossier_service.h"

namespace dossiers {

inline constexpr std::size_t kMostSheets = 60;  // representatives in one file

struct SheetsOrder {
    const std::vector<Dossier>& dossiers;
    base::Locale locale;
    std::string campaign;  // whose it is
    base::Instant made_at;
};

// PDF of letter paper, two pages for each. What has no room is counted: "and 3 more in the dossier".
std::string sheets_pdf(const SheetsOrder& order);

}  // namespace dossiers
