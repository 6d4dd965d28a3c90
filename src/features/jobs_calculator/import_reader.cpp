#include "features/jobs_calculator/import_reader.h"

#include <algorithm>
#include <tuple>

#include "base/text.h"
#include "features/jobs_calculator/import_gatherer.h"
#include "models/statistics/geography.h"

namespace jobs_calculator {
namespace {

using statistics::Observation;
using statistics::OfficialTable;
using statistics::TableProblem;

constexpr std::uint64_t kRowsBetweenReports = 4'096;
constexpr std::size_t kSummaryCode = 5;  // letters and digits of an industry code at summary level, at most
constexpr std::size_t kExamples = 3;

// "36-10-0113-01", "36100113" -> "36100113"
std::string eight_digits(std::string_view number) {
    std::string digits;
    for (const char c : number)
        if (c >= '0' && c <= '9') digits += c;
    return digits.substr(0, 8);
}

const KnownTable* multiplier_table(const OfficialTable& table, const Observation& first_row) {
    const auto geography = statistics::geography_of(first_row.geography);
    if (geography && geography->code == "CA") return known_table("36-10-0594");
    const auto industry = dimension_with(table, "industry");
    const auto codes =
        industry ? statistics::member_of(first_row.members[*industry]).codes : std::vector<std::string_view>{};
    const bool is_detailed = !codes.empty() && codes.front().size() > kSummaryCode;
    return known_table(is_detailed ? "36-10-0595" : "36-10-0113");
}

GathererOrProblem gatherer_for(TableKind kind, const OfficialTable& table) {
    switch (kind) {
        case TableKind::multipliers:
            return gather_multipliers(table);
        case TableKind::spending:
            return gather_spending(table);
        case TableKind::employment:
            return gather_employment(table);
    }
    return TableProblem{"this kind of table is not known"};
}

TableProblem unknown_table(const OfficialTable& table) {
    std::string known;
    for (const auto& each : kKnownTables) known += (known.empty() ? "" : ", ") + std::string{each.number};
    const auto which = table.number().empty() ? "this table" : "table " + table.number();
    return {which + " is none that the calculator uses: " + known};
}

// Says what was left out when nothing was used.
TableProblem nothing_used(const std::vector<Skipped>& skipped) {
    std::string what = "nothing of this table can be used";
    for (const auto& each : skipped) what += "; " + std::to_string(each.rows) + " rows: " + each.reason;
    return {what};
}

struct Reading {
    OfficialTable& table;
    Gatherer& gatherer;
    const ReadProgress& progress;
};

// Reads to the end; `row` holds the first row already.
std::optional<TableProblem> read_rows(const Reading& reading, Observation& row, ImportedTable& into,
                                      SkipList& skipped) {
    do {
        ++into.rows_read;
        if (auto problem = reading.gatherer.take(row, skipped)) return problem;
        if (reading.progress && into.rows_read % kRowsBetweenReports == 0) reading.progress(reading.table.bytes_read());
    } while (reading.table.next(row));
    if (reading.progress) reading.progress(reading.table.bytes_read());
    return reading.table.problem();
}

}  // namespace

const KnownTable* known_table(std::string_view number) {
    const auto digits = eight_digits(number);
    const auto found = std::ranges::find_if(
        kKnownTables, [&digits](const KnownTable& table) { return eight_digits(table.number) == digits; });
    return found == kKnownTables.end() ? nullptr : &*found;
}

const KnownTable* recognise(const OfficialTable& table, const Observation& first_row) {
    if (const auto* const known = known_table(table.number())) return known;
    if (dimension_with(table, "multiplier type")) return multiplier_table(table, first_row);
    if (dimension_with(table, "functions of government")) return known_table("10-10-0005");
    if (dimension_with(table, "type of employee")) return known_table("14-10-0202");
    const bool counts_persons = base::equals_ignoring_ascii_case(first_row.unit, "persons");
    return dimension_with(table, "naics") && counts_persons ? known_table("14-10-0202") : nullptr;
}

base::Result<ImportedTable, std::vector<TableProblem>> read_import(OfficialTable& table, const ReadProgress& progress) {
    using Problems = std::vector<TableProblem>;
    Observation row;
    if (!table.next(row)) return Problems{table.problem().value_or(TableProblem{"the table has no rows"})};
    const auto* const known = recognise(table, row);
    if (known == nullptr) return Problems{unknown_table(table)};
    const auto gatherer = gatherer_for(known->kind, table);
    if (!gatherer) return Problems{gatherer.error()};

    ImportedTable imported{.number = std::string{known->number}, .kind = known->kind};
    SkipList skipped;
    if (const auto problem = read_rows({table, **gatherer, progress}, row, imported, skipped))
        return Problems{*problem};
    if (auto problems = (*gatherer)->finish(imported, skipped); !problems.empty()) return problems;
    imported.skipped = skipped.take();
    if (imported.rows_used == 0) return Problems{nothing_used(imported.skipped)};
    return imported;
}

void SkipList::add(std::string_view reason, const Observation& row) {
    auto& skipped = entry(reason);
    ++skipped.rows;
    if (skipped.examples.size() < kExamples) skipped.examples.push_back({row.line, text_of_row(row)});
}

void SkipList::add(std::string_view reason, const Skipped::Example& example, std::uint64_t rows) {
    auto& skipped = entry(reason);
    skipped.rows += rows;
    if (skipped.examples.size() < kExamples) skipped.examples.push_back(example);
}

Skipped& SkipList::entry(std::string_view reason) {
    const auto found = std::ranges::find(all_, reason, &Skipped::reason);
    return found != all_.end() ? *found : all_.emplace_back(std::string{reason});
}

std::vector<Skipped> SkipList::take() {
    std::ranges::sort(all_, [](const Skipped& a, const Skipped& b) {
        return std::tie(b.rows, a.reason) < std::tie(a.rows, b.reason);
    });
    return std::move(all_);
}

std::optional<std::size_t> dimension_with(const OfficialTable& table, std::string_view part) {
    const auto& headings = table.dimensions();
    const auto found = std::ranges::find_if(headings, [part](const std::string& heading) {
        return base::lower_ascii(heading).find(part) != std::string::npos;
    });
    if (found == headings.end()) return std::nullopt;
    return static_cast<std::size_t>(found - headings.begin());
}

std::optional<jobs_lost::Jurisdiction> jurisdiction_in(const Observation& row) {
    const auto geography = statistics::geography_of(row.geography);
    return geography ? jobs_lost::jurisdiction_of(geography->code) : std::nullopt;
}

std::string text_of_row(const Observation& row) {
    constexpr std::size_t kLongest = 160;
    auto text = std::string{row.geography} + " " + std::to_string(row.period.year);
    for (const auto member : row.members) text += ", " + std::string{member};
    return std::string{base::first_characters(text, kLongest)};
}

std::optional<TableProblem> different_figures(const Observation& row, double earlier) {
    if (*row.value == earlier) return std::nullopt;
    return TableProblem{"the row stands there twice with different figures: " + text_of_row(row), row.line};
}

}  // namespace jobs_calculator
