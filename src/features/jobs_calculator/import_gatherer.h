// features/jobs_calculator/import_gatherer.h - gathers the figures of one kind of official table, row by row. Used by
// import_reader.cpp.
#pragma once
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "features/jobs_calculator/import_reader.h"

namespace jobs_calculator {

// Counts what is left out, by reason, and keeps the first three of each.
class SkipList {
public:
    void add(std::string_view reason, const statistics::Observation& row);
    void add(std::string_view reason, const Skipped::Example& example, std::uint64_t rows);
    // Largest first.
    std::vector<Skipped> take();

private:
    Skipped& entry(std::string_view reason);

    std::vector<Skipped> all_{};
};

// Made for one table: it knows which dimension holds what.
class Gatherer {
public:
    virtual ~Gatherer() = default;

    // Takes one row over, or adds it to `skipped`. A problem ends the import.
    virtual std::optional<statistics::TableProblem> take(const statistics::Observation& row, SkipList& skipped) = 0;

    // Looks at what only the whole shows, and moves the figures over, with years and rows_used.
    virtual std::vector<statistics::TableProblem> finish(ImportedTable& into, SkipList& skipped) = 0;
};

// The gatherer for this kind of table, or which dimension is missing.
using GathererOrProblem = base::Result<std::unique_ptr<Gatherer>, statistics::TableProblem>;
GathererOrProblem gather_multipliers(const statistics::OfficialTable& table);
GathererOrProblem gather_spending(const statistics::OfficialTable& table);
GathererOrProblem gather_employment(const statistics::OfficialTable& table);

// A dimension by a part of its heading, letters' case aside.
std::optional<std::size_t> dimension_with(const statistics::OfficialTable& table, std::string_view part);

// The row's jurisdiction; none when it is no province, territory or Canada.
std::optional<jobs_lost::Jurisdiction> jurisdiction_in(const statistics::Observation& row);

// "Ontario 2022, Hospital services [7073]": to find the row by eye.
std::string text_of_row(const statistics::Observation& row);

// The same key came twice. nullopt: with the same figure, which does no harm.
std::optional<statistics::TableProblem> different_figures(const statistics::Observation& row, double earlier);

inline constexpr std::string_view kUnknownGeography = "the place is no province, no territory and not Canada";
inline constexpr std::string_view kTwice = "the row stands there twice with the same figure";
inline constexpr std::string_view kAbsurd = "the figure is absurd";

}  // namespace jobs_calculator
