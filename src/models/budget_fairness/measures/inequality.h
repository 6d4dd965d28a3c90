// models/budget_fairness/measures/inequality.h - how unequally something is spread: Lorenz, Gini, concentration.
#pragma once
#include <span>
#include <vector>

namespace budget_fairness {

// A value and how many persons it stands for. Weights are finite and not negative; values are finite.
struct Weighted {
    double value = 0;
    double weight = 1;
};

// A value that is put in order by something else: tax by income, benefits by income.
struct Ordered {
    double order = 0;
    double value = 0;
    double weight = 1;
};

// Gini coefficient: 1 - 2 * area below the Lorenz curve, drawn through the observations with straight lines.
// 0 where all have the same, 1 - share of the one who has everything. 0 where the values do not add up to more than 0.
double gini(std::span<const Weighted> observations);

// Concentration index: the same, with the observations in the order of `order` in place of their value. Between -1 and
// 1 where no value is negative; equals the Gini coefficient where order is value. Observations of one order share their
// place in the row, so that their own order does not matter. 0 where the values add up to 0.
double concentration_index(std::span<const Ordered> observations);

// The point below which the share `portion` (0 to 1) of the weight lies: the least value whose cumulated weight reaches
// it. 0 without weight.
double quantile(std::span<const Weighted> observations, double portion);

// Shares of all weight below a line and how far below: Foster, Greer and Thorbecke's P0 and P1.
struct Poverty {
    double headcount = 0;  // share of the weight whose value is below the line
    double gap = 0;        // mean over all of max(0, line - value) / line
};

// A line that is not positive finds nobody poor.
Poverty poverty(std::span<const Weighted> observations, double line);

}  // namespace budget_fairness
