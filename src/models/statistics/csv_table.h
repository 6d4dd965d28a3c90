// models/statistics/csv_table.h - a small CSV with a header, whole in memory, its columns found by name.
#pragma once
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "models/statistics/csv_reader.h"

namespace statistics {

// A whole text as a finite number: "12", "-0.5", "1e6". nullopt for anything else, also for "", " 1", "1,000", "nan".
std::optional<double> number_of(std::string_view text);
// A whole text as a whole number.
std::optional<std::int64_t> integer_of(std::string_view text);

class CsvTable;

// One row; holds as long as its table.
class CsvRow {
public:
    CsvRow(const CsvTable& table, std::size_t position) : table_(&table), position_(position) {}

    // The field in the column of this name. CHECK that there is one: ask has_column() about files from outside.
    std::string_view operator[](std::string_view column) const;
    std::optional<double> number(std::string_view column) const { return number_of((*this)[column]); }
    std::optional<std::int64_t> integer(std::string_view column) const { return integer_of((*this)[column]); }
    // The line of the file on which it begins.
    std::uint64_t line() const;

private:
    const CsvTable* table_;
    std::size_t position_;
};

class CsvTable {
public:
    // Reads all of it; an empty text is a table without columns.
    static base::Result<CsvTable, CsvError> read(std::string_view text, const CsvShape& shape = {});

    const std::vector<std::string>& columns() const { return columns_; }
    bool has_column(std::string_view name) const;

    // for (std::size_t i = 0; i < table.size(); ++i) use(table[i]["year"]);
    std::size_t size() const { return lines_.size(); }
    CsvRow operator[](std::size_t position) const { return {*this, position}; }
    std::vector<CsvRow> rows() const;

private:
    friend class CsvRow;
    std::vector<std::string> columns_{};
    std::vector<std::string> cells_{};  // row by row
    std::vector<std::uint64_t> lines_{};
};

}  // namespace statistics
