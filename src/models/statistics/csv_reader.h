// models/statistics/csv_reader.h - comma-separated values as RFC 4180 has them, read record by record.
#pragma once
#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace statistics {

// Where bytes come from: fills the front of the buffer and returns how many; 0 at the end.
using ByteSource = std::function<std::size_t(std::span<char>)>;

// What is refused. A hostile file costs at most record_bytes of memory, whatever its length.
struct CsvLimits {
    std::size_t record_bytes = std::size_t{1} << 20;  // one record with its quotation marks
    std::size_t field_bytes = std::size_t{64} << 10;  // one field, marks taken off
    std::size_t columns = 2'000;
    std::uint64_t total_bytes = std::uint64_t{16} << 30;
};

struct CsvShape {
    char delimiter = ',';
    CsvLimits limits{};
    std::size_t missing_fields = 0;  // at the end of a record, at most; fields() is that much shorter then
};

enum class CsvFault : unsigned char {
    stray_quotation_mark,       // inside a field that does not begin with one
    text_after_quotation_mark,  // between the closing mark and the comma
    unclosed_quotation,         // the input ended inside quotation marks
    lone_carriage_return,       // without a line feed behind it, outside quotation marks
    zero_byte,
    not_utf8,
    wrong_number_of_fields,  // not as many as the first record has
    record_too_long,
    field_too_long,
    too_many_columns,
    input_too_long,
};

// Where the input stops being readable. line counts line feeds from 1, column counts bytes of that line from 1;
// where the fault is of a whole record (not_utf8, wrong_number_of_fields) they are those of its beginning.
struct CsvError {
    CsvFault fault;
    std::uint64_t line = 1;
    std::uint64_t column = 1;
    bool operator==(const CsvError&) const = default;
};

// "line 7, column 12: a quotation mark stands inside a field that does not begin with one"
std::string text_of(const CsvError& error);

// Reads records in constant memory. Accepted: line ends CRLF or LF, mixed; a byte order mark at the very beginning; a
// last line without an end; fields in quotation marks with commas, line ends and doubled marks inside. Empty lines are
// passed over. Blanks belong to their field. All records have as many fields as the first, but for missing_fields.
//
//     CsvReader reader{text};
//     while (reader.next()) use(reader.fields());
//     if (reader.error()) ...
class CsvReader {
public:
    // The text outlives the reader.
    explicit CsvReader(std::string_view text, const CsvShape& shape = {});
    // What the source throws comes out of next().
    explicit CsvReader(ByteSource source, const CsvShape& shape = {});

    CsvReader(const CsvReader&) = delete;
    CsvReader& operator=(const CsvReader&) = delete;
    CsvReader(CsvReader&&) = default;  // fields() of the moved one are gone until next()
    CsvReader& operator=(CsvReader&&) = default;
    ~CsvReader() = default;

    // Goes to the next record. false at the end of the input and at the first error; it stays false then.
    bool next();

    // The record's fields, without quotation marks. The views hold until next().
    std::span<const std::string_view> fields() const { return fields_; }
    // The line on which the record begins.
    std::uint64_t line() const { return record_line_; }
    // Bytes of the input that are behind the reader.
    std::uint64_t bytes_read() const { return consumed_; }
    // What stopped the reader, if it was no proper end.
    const std::optional<CsvError>& error() const { return error_; }

private:
    // A field in the record's bytes, or, once a doubled mark was undone, in unquoted_.
    struct Piece {
        std::size_t begin, end;
        bool is_unquoted;
    };
    enum class Outcome : unsigned char { record, empty_line, needs_more, failed };

    void start();
    bool fill();
    Outcome read_record();
    Outcome read_plain(std::size_t& at);
    Outcome read_quoted(std::size_t& at);
    Outcome end_field(std::size_t& at, const Piece& piece);
    Outcome take_line_end(std::size_t& at);
    Outcome ran_out(std::size_t at, CsvFault at_the_end);
    Outcome fail(CsvFault fault, std::size_t at);
    Outcome accept(std::size_t end);

    std::string_view text_;  // what is in memory of the input, from the next record on
    CsvShape shape_;
    ByteSource source_{};
    std::vector<char> buffer_{};
    bool is_started_ = false;
    bool at_end_ = false;  // text_ holds the rest of the input
    bool line_ended_ = false;
    std::uint64_t consumed_ = 0;
    std::uint64_t received_ = 0;
    std::uint64_t line_ = 1;
    std::uint64_t record_line_ = 1;
    std::size_t width_ = 0;  // of the first record
    std::vector<Piece> pieces_{};
    std::string unquoted_{};
    std::vector<std::string_view> fields_{};
    std::optional<CsvError> error_{};
};

}  // namespace statistics
