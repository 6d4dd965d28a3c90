// features/supporters/export.h - everybody as a file that is safe to open in a spreadsheet.
#pragma once
#include <functional>
#include <string_view>

#include "features/supporters/search_store.h"
#include "platform/db/transaction.h"

namespace supporters {

// CSV as RFC 4180 has it, UTF-8 with a byte order mark; people in the order in which they came, part by part, never all
// in memory. Columns: those of an import, then field:slug for every custom field. Times are UTC.
void export_people(db::Read& read, const store::Scope& scope, const std::function<void(std::string_view)>& write);

// One cell: quoted where it must be, and with a ' before a first = + - @, tab or line end, which a spreadsheet would
// run as a formula.
std::string csv_cell(std::string_view text);

}  // namespace supporters
