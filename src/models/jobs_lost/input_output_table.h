// models/jobs_lost/input_output_table.h - who buys what from whom in one economy: n sectors, symmetric.
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "models/jobs_lost/grid.h"

namespace jobs_lost {

// Households as one more sector: they sell labour to the n sectors and buy what they consume from them.
struct HouseholdSector {
    std::vector<double> purchases;   // n: what households buy from each sector
    std::optional<double> income;    // what purchases are a part of; none: all labour income, its own included
    double own_labour_income = 0.0;  // what households pay to households (domestic help)
};

// Flows are in money of one year and one place (basic prices, domestic production only: imports are no row). With
// Unit::coefficients, flows and labour_income are per unit of the buying sector's output, jobs per unit of output,
// household->purchases and own_labour_income per unit of household income; output and income stay empty.
struct InputOutputTable {
    enum class Unit : unsigned char { flows, coefficients };

    Unit unit = Unit::flows;
    std::vector<std::string> codes;                    // n, all different
    Grid flows;                                        // n x n: what the row's sector sells to the column's
    std::vector<double> output;                        // n: all that the sector makes; empty for coefficients
    std::optional<std::vector<double>> jobs;           // n: people at work in it
    std::optional<std::vector<double>> labour_income;  // n: wages, salaries, contributions, labour of the self-employed
    std::optional<HouseholdSector> household;          // only beside labour_income

    std::size_t size() const { return codes.size(); }
};

}  // namespace jobs_lost
