// features/petitions/export.h - every signature of a petition as a file, safe to open in a spreadsheet.
#pragma once
#include <functional>
#include <optional>
#include <string>
#include <string_view>

#include "features/petitions/signature.h"
#include "platform/db/transaction.h"

namespace petitions {

enum class ExportFormat : unsigned char { csv, json };
std::optional<ExportFormat> export_format_of(std::string_view name);

// Shows the file part by part, oldest signature first, without holding it in memory. csv: RFC 4180, UTF-8 with a byte
// order mark, a head line; json: one array of objects with the same names. Times are UTC (2026-11-03T19:05:00Z), an
// erased person's fields are empty.
void export_signatures(db::Read& read, PetitionId petition, ExportFormat format,
                       const std::function<void(std::string_view)>& write);

// One cell of CSV: quoted where it must be, and with a ' before a first = + - @, tab or line end, which a spreadsheet
// would run as a formula.
std::string csv_cell(std::string_view text);

}  // namespace petitions
