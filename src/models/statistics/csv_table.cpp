#include "models/statistics/csv_table.h"

#include <algorithm>
#include <charconv>
#include <cmath>

#include "base/check.h"

namespace statistics {
namespace {

template <class Number>
std::optional<Number> whole_text(std::string_view text) {
    Number number{};
    const auto* const end = text.data() + text.size();
    const auto read = std::from_chars(text.data(), end, number);
    if (read.ec != std::errc{} || read.ptr != end) return std::nullopt;
    return number;
}

}  // namespace

std::optional<double> number_of(std::string_view text) {
    const auto number = whole_text<double>(text);
    return number && std::isfinite(*number) ? number : std::nullopt;
}

std::optional<std::int64_t> integer_of(std::string_view text) { return whole_text<std::int64_t>(text); }

base::Result<CsvTable, CsvError> CsvTable::read(std::string_view text, const CsvShape& shape) {
    CsvTable table;
    CsvReader reader{text, shape};
    if (reader.next()) table.columns_.assign(reader.fields().begin(), reader.fields().end());
    while (reader.next()) {
        table.cells_.insert(table.cells_.end(), reader.fields().begin(), reader.fields().end());
        table.lines_.push_back(reader.line());
    }
    if (reader.error()) return *reader.error();
    return table;
}

bool CsvTable::has_column(std::string_view name) const { return std::ranges::find(columns_, name) != columns_.end(); }

std::vector<CsvRow> CsvTable::rows() const {
    std::vector<CsvRow> all;
    all.reserve(size());
    for (std::size_t i = 0; i < size(); ++i) all.push_back((*this)[i]);
    return all;
}

std::string_view CsvRow::operator[](std::string_view column) const {
    const auto found = std::ranges::find(table_->columns_, column);
    CHECK(found != table_->columns_.end());
    const auto place = static_cast<std::size_t>(found - table_->columns_.begin());
    return table_->cells_[position_ * table_->columns_.size() + place];
}

std::uint64_t CsvRow::line() const { return table_->lines_[position_]; }

}  // namespace statistics
