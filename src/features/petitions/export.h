// features/petitions/export.h - every signature of a petition as a file, safe to open in a spreadsheet.
#pragma once
#include <functional>
#include <optional>
#include <string>
#include <string_view>

#include "base/csv_cell.h"
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

using base::csv_cell;

}  // namespace petitions
