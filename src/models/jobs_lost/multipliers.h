// models/jobs_lost/multipliers.h - the multipliers of an input-output table (Leontief; open and closed).
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "base/problem.h"
#include "base/result.h"
#include "models/jobs_lost/input_output_table.h"

namespace jobs_lost {

// What one more unit of a sector's output brings about, in all n sectors together.
struct OutputMultiplier {
    double simple;                // sum_i l_ij with L = (I - A)^-1
    std::optional<double> total;  // the same with households as a sector, summed over the n sectors only
};

// The same in jobs or labour income, e_i per unit of output of sector i.
struct FactorMultiplier {
    double direct;                // e_j
    double simple;                // sum_i e_i l_ij
    std::optional<double> total;  // over the n sectors of the closed model
    std::optional<double> type1;  // simple / direct; none where direct is 0
    std::optional<double> type2;  // total / direct
};

struct SectorMultipliers {
    std::string code;
    OutputMultiplier output;
    std::optional<FactorMultiplier> jobs;           // where the table has jobs
    std::optional<FactorMultiplier> labour_income;  // where it has labour income
};

// The multipliers of every sector, in the order of the table; totals where it has households.
//   A = Z x^-1 (each column by its output), L = (I - A)^-1 by one LU factorisation;
//   closed: A^ = [A, h; w, w_h] with w labour income per unit of output and h purchases per unit of household income.
// A sector whose output is 0 and that sells and buys nothing has the column 0 in A.
// The problems, all of the table's at once (field: the code of the sector or ""): sizes that do not fit, two sectors of
// one name, figures that are not finite, negative flows, output, jobs or labour income, flows of a sector without
// output, an inverse that does not exist or is negative somewhere (the sectors whose inputs exceed their output are
// named then), households that would spend more than they are paid. Source: Miller & Blair, Input-Output Analysis, ch.
// 2 and 6; Eurostat manual 2008, ch. 15.
base::Result<std::vector<SectorMultipliers>, base::Problems> multipliers_of(const InputOutputTable& table);

}  // namespace jobs_lost
