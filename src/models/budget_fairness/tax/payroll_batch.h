// models/budget_fairness/tax/payroll_batch.h - many pays from a CSV file, each with its deductions written behind it.
#pragma once
#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "models/statistics/csv_reader.h"

namespace budget_fairness {

// What is wrong with a file, and where. column is the name of a column, or "" for the whole line.
struct BatchFault {
    std::uint64_t line = 1;
    std::string column;
    std::string what;
    bool operator==(const BatchFault&) const = default;
};

// "line 7, gross_pay: "abc" is no amount in dollars"
std::string text_of(const BatchFault& fault);

inline constexpr std::size_t kMostBatchFaults = 20;

// Reads pays line by line in constant memory and gives `write` the same lines with the columns cpp, cpp2, ei,
// federal_tax and provincial_tax behind them, in dollars and cents, and qpip where the header has the column ytd_qpip.
// Contributions to the plan of Quebec stand in cpp and cpp2. Columns are found by name, in any order; others pass
// through:
//   edition, province, pay_periods, gross_pay                            must be there
//   taxable_benefits_cash, rrsp, union_dues                              dollars in this pay; empty is 0
//   federal_claim, provincial_claim                                      dollars a year; empty: the basic amount
//   ytd_pensionable, ytd_cpp, ytd_cpp2, ytd_ei, ytd_qpip                 dollars so far; empty is 0
//   cpp_exempt, cpp2_exempt, ei_exempt                                   1, true or yes; 0, false, no or empty; as
//   other
//                                                                        programs write them: "1.0", "True"
//   pensionable_months                                                   0 to 12; empty is 12
// Blanks around names and fields do not count, nor does whether a province stands in small letters. Two columns of one
// name are refused where they would be read. Amounts are rounded to whole cents; those below 0 or above ten millions
// are refused. Goes on after a fault to find more, but writes nothing from then on; at most kMostBatchFaults are found.
// Without faults the answer is empty. What `source` and `write` throw comes out.
std::vector<BatchFault> run_payroll(statistics::ByteSource source, const std::function<void(std::string_view)>& write);

}  // namespace budget_fairness
