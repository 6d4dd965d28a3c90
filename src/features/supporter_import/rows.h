// features/supporter_import/rows.h - rows of a table of people, read from any place on, in constant memory. Pure.
//
// One broken row does not end the reading: it is given as a fault with its line, and the next line is tried.
#pragma once
#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "models/statistics/csv_reader.h"

namespace supporter_import {

// A text in UTF-8 of which any part can be read: fills the front of the buffer from the offset on, and says how much.
struct TextSource {
    std::uint64_t size = 0;
    std::function<std::size_t(std::uint64_t, std::span<char>)> read;
};
// The text outlives it.
TextSource source_of(std::string_view text);

// The first line, and what it tells: commas, semicolons, tabs or bars between the columns, whichever is the most.
struct Header {
    std::vector<std::string> columns;
    std::string bytes;  // as they stand in the file, with the line end
    char delimiter = ',';
};
inline constexpr std::size_t kMostColumns = 150;
// The fault where there is no header: an empty file, too many columns, broken quotation marks.
base::Result<Header, statistics::CsvError> read_header(const TextSource& source);

struct Place {
    std::uint64_t offset = 0;  // of a row's first byte
    std::uint64_t line = 1;
};
// Behind the header.
Place first_row(const Header& header);

struct Row {
    std::uint64_t line = 0;
    std::vector<std::string_view> fields{};       // as many as columns; holds until next()
    std::optional<statistics::CsvFault> fault{};  // then there are no fields
};

class RowReader {
public:
    // A file with more faults than that is none.
    static constexpr std::int64_t kMostFaults = 10'000;

    // Source and header outlive it.
    RowReader(const TextSource& source, const Header& header, Place place);

    // false: the end, or more than kMostFaults faults.
    bool next();
    const Row& row() const { return row_; }
    // Where the row behind this one begins. Counts the lines since the reader was opened, or met a fault: for the end
    // of a piece, not for every row.
    Place place() const;
    // The same without the line.
    std::uint64_t offset() const { return behind(); }
    bool gave_up() const { return faults_ > kMostFaults; }

private:
    void open(Place place);
    std::uint64_t behind() const;
    std::uint64_t lines_between(std::uint64_t begin, std::uint64_t end) const;
    bool skip_broken_row(const statistics::CsvError& error);

    const TextSource& source_;
    const Header& header_;
    std::uint64_t header_lines_;
    Place begin_{};
    std::optional<statistics::CsvReader> reader_{};
    Row row_{};
    std::int64_t faults_ = 0;
};

}  // namespace supporter_import
