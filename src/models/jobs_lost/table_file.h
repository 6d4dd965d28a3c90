// models/jobs_lost/table_file.h - an input-output table as a CSV that an economist writes.
#pragma once
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "models/jobs_lost/input_output_table.h"

namespace jobs_lost {

// Where and what: "line 7, column 3: this is no number: 12o". Both count from 1; column counts fields, 0 is the line.
struct TableFileProblem {
    std::uint64_t line = 0;
    std::uint64_t column = 0;
    std::string what;
    bool operator==(const TableFileProblem&) const = default;
};
std::string text_of(const TableFileProblem& problem);

inline constexpr std::size_t kMostSectors = 1'500;

// Reads
//     sector,AGR,MAN,household
//     AGR,150,500,50
//     MAN,200,100,400
//     output,1000,2000,1000
//     jobs,20,30,
//     labour_income,300,500,50
// The header: `sector`, the codes, and perhaps `household`. One row for each sector, in any order, with what it sells
// to each column; then, in any order, `output` (only for flows: there it must be), `jobs`, `labour_income` (`household`
// is another name of it). The column household counts only where there is a row labour_income. An empty cell is 0, but
// an output must be there for every sector. The cell of `output` below `household` is household income; left empty,
// that is the sum of the row labour_income. The names are read without regard to case, cells without blanks around
// them. With Unit::coefficients every cell is per unit of output (household: of its income), and there is no row
// `output`. All problems at once, at most 20, in the order of the file.
base::Result<InputOutputTable, std::vector<TableFileProblem>> read_table(std::string_view csv,
                                                                         InputOutputTable::Unit unit);

}  // namespace jobs_lost
