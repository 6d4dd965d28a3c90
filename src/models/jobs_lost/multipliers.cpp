#include "models/jobs_lost/multipliers.h"

#include <algorithm>
#include <cmath>
#include <ranges>
#include <unordered_set>

#include "models/jobs_lost/leontief.h"

namespace jobs_lost {
namespace {

constexpr double kRounding = 1e-9;  // relative: what adding up doubles may cost

// The table per unit of output.
struct Coefficients {
    Grid inputs;
    std::optional<std::vector<double>> jobs, labour_income;
    std::optional<HouseholdCoefficients> household;
};

bool fits(const std::optional<std::vector<double>>& row, std::size_t size) { return !row || row->size() == size; }

bool sizes_fit(const InputOutputTable& table) {
    const std::size_t size = table.size();
    const std::size_t outputs = table.unit == InputOutputTable::Unit::flows ? size : 0;
    const bool households_fit =
        !table.household || (table.household->purchases.size() == size && table.labour_income.has_value());
    return size > 0 && table.flows.rows() == size && table.flows.columns() == size && table.output.size() == outputs &&
           fits(table.jobs, size) && fits(table.labour_income, size) && households_fit;
}

bool all_finite(std::span<const double> values) {
    return std::ranges::all_of(values, [](double value) { return std::isfinite(value); });
}

bool all_finite(const std::optional<std::vector<double>>& row) { return !row || all_finite(std::span{*row}); }

bool is_finite(const InputOutputTable& table) {
    if (!all_finite({table.flows.data(), table.flows.rows() * table.flows.columns()})) return false;
    if (!all_finite(std::span{table.output}) || !all_finite(table.jobs) || !all_finite(table.labour_income))
        return false;
    if (!table.household) return true;
    return all_finite(std::span{table.household->purchases}) && std::isfinite(table.household->own_labour_income) &&
           std::isfinite(table.household->income.value_or(0.0));
}

// What a sector buys of all n sectors together.
double inputs_of(const Grid& flows, std::size_t sector) {
    double sum = 0.0;
    for (std::size_t i = 0; i < flows.rows(); ++i) sum += flows[{i, sector}];
    return sum;
}

bool buys_nothing(const Grid& flows, std::size_t sector) {
    for (std::size_t i = 0; i < flows.rows(); ++i)
        if (flows[{i, sector}] != 0.0) return false;
    return true;
}

bool buys_below_zero(const Grid& flows, std::size_t sector) {
    for (std::size_t i = 0; i < flows.rows(); ++i)
        if (flows[{i, sector}] < 0.0) return true;
    return false;
}

double output_of(const InputOutputTable& table, std::size_t sector) {
    return table.unit == InputOutputTable::Unit::flows ? table.output[sector] : 1.0;
}

double at(const std::optional<std::vector<double>>& row, std::size_t sector) { return row ? (*row)[sector] : 0.0; }

void check_sector(const InputOutputTable& table, std::size_t sector, base::Problems& problems) {
    const double output = output_of(table, sector);
    const auto add = [&](base::Message message) { problems.push_back({table.codes[sector], message}); };
    if (output < 0.0) return add(base::message("The output of this sector is negative."));
    if (at(table.jobs, sector) < 0.0) add(base::message("The jobs of this sector are negative."));
    if (at(table.labour_income, sector) < 0.0) add(base::message("The labour income of this sector is negative."));
    if (output == 0.0) {
        const bool is_empty = buys_nothing(table.flows, sector) && at(table.jobs, sector) == 0.0 &&
                              at(table.labour_income, sector) == 0.0;
        if (!is_empty) add(base::message("This sector has no output, and yet it buys inputs or employs people."));
        return;
    }
    if (buys_below_zero(table.flows, sector)) add(base::message("This sector buys a negative amount of another."));
}

// Where no inverse helps: the sectors that buy more than they make, if there are any, are what to look at. One alone
// may be sound, such as a branch that lives on subsidies.
base::Problems problems_of_inverse(const InputOutputTable& table, base::Message otherwise) {
    base::Problems problems;
    for (std::size_t j = 0; j < table.size(); ++j)
        if (inputs_of(table.flows, j) > output_of(table, j) * (1.0 + kRounding))
            problems.push_back({table.codes[j], base::message("This sector buys more inputs than it has output.")});
    if (problems.empty()) problems.push_back({"", otherwise});
    return problems;
}

base::Problems problems_of(const InputOutputTable& table) {
    if (!sizes_fit(table)) return {{"", base::message("The rows and columns of the table do not fit each other.")}};
    if (!is_finite(table)) return {{"", base::message("The table holds a figure that is not a finite number.")}};
    base::Problems problems;
    std::unordered_set<std::string_view> seen;
    for (std::size_t j = 0; j < table.size(); ++j) {
        if (!seen.insert(table.codes[j]).second)
            problems.push_back({table.codes[j], base::message("Two sectors have this code.")});
        check_sector(table, j, problems);
    }
    return problems;
}

std::vector<double> per_output(const InputOutputTable& table, const std::vector<double>& row) {
    std::vector<double> coefficients(row.size(), 0.0);
    for (std::size_t j = 0; j < row.size(); ++j)
        if (const double output = output_of(table, j); output > 0.0) coefficients[j] = row[j] / output;
    return coefficients;
}

double household_income(const InputOutputTable& table) {
    if (table.unit == InputOutputTable::Unit::coefficients) return 1.0;
    if (table.household->income) return *table.household->income;
    double sum = table.household->own_labour_income;
    for (const double value : *table.labour_income) sum += value;
    return sum;
}

HouseholdCoefficients household_of(const InputOutputTable& table, double income) {
    HouseholdCoefficients household{per_output(table, *table.labour_income), table.household->purchases,
                                    table.household->own_labour_income / income};
    for (double& value : household.purchases) value /= income;
    return household;
}

Coefficients coefficients_of(const InputOutputTable& table) {
    Coefficients made{Grid{{table.size(), table.size()}}, {}, {}, {}};
    for (std::size_t j = 0; j < table.size(); ++j) {
        const double output = output_of(table, j);
        for (std::size_t i = 0; i < table.size() && output > 0.0; ++i)
            made.inputs[{i, j}] = table.flows[{i, j}] / output;
    }
    if (table.jobs) made.jobs = per_output(table, *table.jobs);
    if (table.labour_income) made.labour_income = per_output(table, *table.labour_income);
    return made;
}

// With A >= 0, sums m' (I - A) = 1' with m >= 1 are possible only where L exists and is nowhere negative: the condition
// of Hawkins and Simon.
bool is_productive(const std::vector<SectorMultipliers>& rows) {
    return std::ranges::all_of(rows, [](const auto& row) { return row.output.simple >= 1.0 - kRounding; });
}

std::optional<double> ratio(double value, double direct) {
    if (direct == 0.0) return std::nullopt;
    return value / direct;
}

FactorMultiplier factor_multiplier(double direct, double simple) {
    return {direct, simple, std::nullopt, ratio(simple, direct), std::nullopt};
}

void close(FactorMultiplier& multiplier, double total) {
    multiplier.total = total;
    multiplier.type2 = ratio(total, multiplier.direct);
}

using Rows = std::vector<SectorMultipliers>;

Rows open_rows(const InputOutputTable& table, const Coefficients& made, const Leontief& open) {
    const std::vector<double> output = open.multipliers(std::vector<double>(table.size(), 1.0));
    Rows rows;
    for (std::size_t j = 0; j < table.size(); ++j)
        rows.push_back({table.codes[j], {output[j], std::nullopt}, std::nullopt, std::nullopt});
    const auto fill = [&](const auto& coefficients, auto member) {
        if (!coefficients) return;
        const std::vector<double> simple = open.multipliers(*coefficients);
        for (std::size_t j = 0; j < rows.size(); ++j)
            rows[j].*member = factor_multiplier((*coefficients)[j], simple[j]);
    };
    fill(made.jobs, &SectorMultipliers::jobs);
    fill(made.labour_income, &SectorMultipliers::labour_income);
    return rows;
}

void add_totals(Rows& rows, const Coefficients& made, const ClosedLeontief& closed) {
    const std::vector<double> output = closed.multipliers(std::vector<double>(rows.size(), 1.0));
    for (std::size_t j = 0; j < rows.size(); ++j) rows[j].output.total = output[j];
    const auto fill = [&](const auto& coefficients, auto member) {
        if (!coefficients) return;
        const std::vector<double> total = closed.multipliers(*coefficients);
        for (std::size_t j = 0; j < rows.size(); ++j) close(*(rows[j].*member), total[j]);
    };
    fill(made.jobs, &SectorMultipliers::jobs);
    fill(made.labour_income, &SectorMultipliers::labour_income);
}

base::Problems whole_table(base::Message message) { return {{"", message}}; }

base::Problems problems_of_household(const InputOutputTable& table) {
    base::Problems problems;
    for (const double value : table.household->purchases)
        if (value < 0.0) return whole_table(base::message("Households buy a negative amount of a sector."));
    if (!(household_income(table) > 0.0)) return whole_table(base::message("Household income must be above 0."));
    return {};
}

}  // namespace

base::Result<std::vector<SectorMultipliers>, base::Problems> multipliers_of(const InputOutputTable& table) {
    base::Problems problems = problems_of(table);
    if (problems.empty() && table.household) problems = problems_of_household(table);
    if (!problems.empty()) return problems;

    const Coefficients made = coefficients_of(table);
    const auto open = Leontief::of(made.inputs);
    if (!open) return problems_of_inverse(table, base::message("The Leontief inverse of this table does not exist."));
    Rows rows = open_rows(table, made, *open);
    if (!is_productive(rows))
        return problems_of_inverse(table, base::message("The Leontief inverse of this table has negative figures."));
    if (!table.household) return rows;

    const auto closed = ClosedLeontief::of(*open, household_of(table, household_income(table)));
    if (!closed)
        return whole_table(
            base::message("Households would spend more than the economy pays them: it has no multiplier."));
    add_totals(rows, made, *closed);
    return rows;
}

}  // namespace jobs_lost
