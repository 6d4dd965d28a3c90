// features/dossiers/dossier_csv.h - the table of all representatives as a file for spreadsheets.
#pragma once
#include <string>
#include <vector>

#include "features/dossiers/overview_service.h"

namespace dossiers {

// RFC 4180 with a byte order mark, which spreadsheets need for UTF-8; the first line has the names of the columns. A
// cell that a spreadsheet would take for a formula begins with an apostrophe.
std::string csv_of(const std::vector<Row>& rows, base::Locale locale);

}  // namespace dossiers
