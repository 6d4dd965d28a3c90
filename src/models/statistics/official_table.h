// models/statistics/official_table.h - a table as Statistics Canada gives it out for download, read row by row: the
// zip PPPPPPPP-eng.zip with PPPPPPPP.csv in it, or that CSV alone.
#pragma once
#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "models/statistics/csv_reader.h"

namespace statistics {

// REF_DATE: "2022", "2022-07", "2022-07-01", or the fiscal year "2022/2023", whose year is the one it begins in.
struct ReferencePeriod {
    int year = 0;   // 1800..2199
    int month = 0;  // 1..12; 0: the whole year
    int day = 0;    // 1..31; 0: the whole month
    bool is_fiscal = false;
    auto operator<=>(const ReferencePeriod&) const = default;
};
std::optional<ReferencePeriod> reference_period_of(std::string_view text);

// SCALAR_FACTOR: "units" 1, "tens" ... "millions" 1e6, "billions" 1e9; blanks behind it do not matter; "" is 1.
std::optional<double> scale_of(std::string_view text);

// Why a cell has no figure, from its STATUS.
enum class Absence : unsigned char {
    none,            // it has one
    not_available,   // ".."
    not_applicable,  // "..."
    suppressed,      // "x": few enough that somebody could be recognised
    unreliable,      // "F"
    unexplained,     // empty, without a reason
};
std::string_view name_of(Absence absence);

// A member of a dimension: "Hospital services [7073]" is {"Hospital services", {"7073"}}; several codes are possible
// ("... not elsewhere classified [7015, 7016, 7018]"). Codes hold letters and digits; other brackets belong to the
// name.
struct Member {
    std::string_view name;
    std::vector<std::string_view> codes;
};
Member member_of(std::string_view text);

// One cell of the table. Views hold until the next row is read.
struct Observation {
    ReferencePeriod period;
    std::string_view geography;                 // GEO: "Ontario"
    std::span<const std::string_view> members;  // one for each dimension of the table, in the order of dimensions()
    std::string_view unit;                      // UOM
    std::optional<double> value;                // multiplied by its scale; none: see absence
    Absence absence = Absence::none;
    int decimals = 0;         // DECIMALS: to how many the value is rounded; 0 where it is not told
    std::string_view status;  // STATUS as it stands: "", "A".."E", "r", "p", "x", ".."
    std::uint64_t line = 0;   // of the CSV
};

// What keeps a file from being read, as a sentence; line 0: it is of the whole file.
struct TableProblem {
    std::string what;
    std::uint64_t line = 0;
};
std::string text_of(const TableProblem& problem);

// Bounds against files that are made to do harm.
struct TableLimits {
    std::uint64_t zip_entries = 16;
    std::uint64_t csv_bytes = std::uint64_t{16} << 30;  // unpacked
    std::uint64_t unpacking_ratio = 250;                // unpacked to packed bytes, once more than a megabyte came out
    CsvLimits csv{};
};

// What a file holds, when several bounds and names are needed to open it.
struct TableFile {
    std::string name;  // "36100113-eng.zip", as the table's number may stand in it
    TableLimits limits{};
};

class OfficialTable {
public:
    // Opens the file and reads its header. Columns are found by name, in any order; REF_DATE, GEO and VALUE must be
    // there; a dimension is every column that none of the fixed names has.
    static base::Result<OfficialTable, TableProblem> open(const std::filesystem::path& file, const TableLimits& = {});
    // The same for bytes in memory, which outlive the table.
    static base::Result<OfficialTable, TableProblem> from_bytes(std::string_view bytes, const TableFile& file);

    OfficialTable(OfficialTable&&) noexcept;
    OfficialTable& operator=(OfficialTable&&) noexcept;
    ~OfficialTable();

    // "36100113": the name of the CSV in the zip, else the eight digits that the file's name begins with; "" for none.
    const std::string& number() const;
    // Headings of the dimensions in the order of the file: "Multiplier type", "Variable", ...
    const std::vector<std::string>& dimensions() const;
    // The place of a dimension in dimensions() and Observation::members; letters' case does not matter.
    std::optional<std::size_t> dimension(std::string_view heading) const;

    // Reads the next row. false at the end, and at a row that cannot be read: problem() tells them apart. A row whose
    // period, scale or value makes no sense is such a row too: nothing is guessed.
    bool next(Observation& row);
    const std::optional<TableProblem>& problem() const;

    // Bytes of the CSV behind the reader, and of the whole CSV as the file states it: for a progress bar.
    std::uint64_t bytes_read() const;
    std::uint64_t bytes() const;

private:
    class Parts;
    struct Input;
    static base::Result<OfficialTable, TableProblem> started(Input input);
    explicit OfficialTable(std::unique_ptr<Parts> parts);
    std::unique_ptr<Parts> parts_;
};

}  // namespace statistics
