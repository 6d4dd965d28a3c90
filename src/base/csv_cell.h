// base/csv_cell.h - one cell of a file for spreadsheets (RFC 4180).
#pragma once
#include <string>
#include <string_view>

namespace base {

// In quotation marks where it has to be. A text that a spreadsheet would take for a formula gets an apostrophe before
// it: names are typed by strangers.
inline std::string csv_cell(std::string_view text) {
    const bool is_formula = !text.empty() && std::string_view{"=+-@\t\r\n"}.contains(text.front());
    const bool is_quoted = text.find_first_of(",\"\r\n") != std::string_view::npos;
    std::string cell;
    if (is_quoted) cell += '"';
    if (is_formula) cell += '\'';
    for (const char c : text) {
        if (c == '"') cell += '"';
        cell += c;
    }
    if (is_quoted) cell += '"';
    return cell;
}

}  // namespace base
