// features/delivery/delivery_csv.h - the same as the document that is handed over, for spreadsheets. Pure.
#pragma once
#include <string>
#include <string_view>

#include "features/delivery/delivery_pdf.h"

namespace delivery {

// RFC 4180, UTF-8 with a byte order mark, head line "record,label,detail,number,day". Records: petition (title,
// address, day of counting), text (language and version, SHA-256, day), count (class, number), region (code, class,
// number), paper (valid, sheets), log (root, entries), name (name, place, day of confirmation). Days are UTC:
// 2026-11-03.
void write_csv(const Content& content, const Names& names, const documents::Sink& sink);

// One cell: quoted where it must be, and with a ' before whatever a spreadsheet would run as a formula: = + - @, tab or
// line end at its beginning, blanks before them or not, full-width forms too.
std::string csv_cell(std::string_view text);

}  // namespace delivery
