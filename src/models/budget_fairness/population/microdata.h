// models/budget_fairness/population/microdata.h - reads a population from a CSV file that somebody else holds.
//
// One row a person, the rows of a family one after the other. Columns, in any order; others are passed over:
//   family      any text; a new one begins a new family
//   province    two letters: ON; the same for the whole family
//   weight      families that this one stands for, above 0, at most 1,000,000; the same for the whole family
//   role        head, spouse or child; one head, at most one spouse and six children
//   age         whole years, 0 to 120; head and spouse at least 15, children at most 24
//   sex         female or male
//   employment_income, pension_income, other_income   dollars a year, 0 to 1,000,000,000; public pension, EI, interest
//               and the like are other income, Old Age Security is not: it is calculated
//   deductions, exempt_income                         the same; may be missing: 0. What a child has is not read.
#pragma once
#include <cstdint>
#include <string>
#include <vector>

#include "base/result.h"
#include "models/budget_fairness/population/population.h"
#include "models/statistics/csv_reader.h"

namespace budget_fairness {

// What is wrong with a file, and where: the line counts from 1, the column is named; "" where the row as a whole is.
struct MicrodataFault {
    std::uint64_t line = 0;
    std::string column;
    std::string what;
    bool operator==(const MicrodataFault&) const = default;
};

// "line 7, column age: whole years from 0 to 120"
std::string text_of(const MicrodataFault& fault);

struct MicrodataLimits {
    std::size_t families = 3'000'000;
    std::uint64_t bytes = std::uint64_t{2} << 30;
    std::size_t faults = 50;  // reading ends after so many
};

// The population, or what is wrong with the file. `origin` says its year and name.
base::Result<Population, std::vector<MicrodataFault>> read_microdata(statistics::ByteSource source, Origin origin,
                                                                     const MicrodataLimits& limits = {});

}  // namespace budget_fairness
