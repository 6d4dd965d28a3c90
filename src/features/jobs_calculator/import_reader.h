// features/jobs_calculator/import_reader.h - what the calculator takes from an official table: which tables it knows,
// what of them it uses, what must hold in them. Pure: it reads a file and answers; nothing is stored here.
#pragma once
#include <array>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "models/jobs_lost/observations.h"
#include "models/statistics/official_table.h"

namespace jobs_calculator {

// Numbers are stored: they never change.
enum class TableKind : unsigned char { multipliers = 0, spending = 1, employment = 2 };

struct KnownTable {
    std::string_view number;  // "36-10-0113"
    TableKind kind;
    std::string_view title;  // as published, shortened
};

inline constexpr std::array<KnownTable, 5> kKnownTables{{
    {"36-10-0113", TableKind::multipliers, "Input-output multipliers, provincial and territorial, summary level"},
    {"36-10-0594", TableKind::multipliers, "Input-output multipliers, national, detail level"},
    {"36-10-0595", TableKind::multipliers, "Input-output multipliers, provincial and territorial, detail level"},
    {"10-10-0005", TableKind::spending, "Functions of government (CCOFOG) by general government component"},
    {"14-10-0202", TableKind::employment, "Employment by industry, annual (SEPH)"},
}};

// By its number, written "36-10-0113" or "36100113" ("36-10-0113-01" too). nullptr: none of the five.
const KnownTable* known_table(std::string_view number);

// By the number that the file tells; where it tells none, by the headings of its dimensions and the codes of its first
// row: a table at summary level and one at detail level differ by the length of their industry codes.
const KnownTable* recognise(const statistics::OfficialTable& table, const statistics::Observation& first_row);

// Rows that were left out for one reason, and the first of them.
struct Skipped {
    std::string reason;
    std::uint64_t rows = 0;
    struct Example {
        std::uint64_t line;
        std::string text;
    };
    std::vector<Example> examples;  // three at most
};

// A table's figures, ready to be stored.
struct ImportedTable {
    std::string number;  // "36-10-0113"
    TableKind kind = TableKind::multipliers;
    int oldest_year = 0, newest_year = 0;
    std::uint64_t rows_read = 0;  // of the file
    std::uint64_t rows_used = 0;
    std::vector<jobs_lost::MultiplierObservation> multipliers{};
    std::vector<jobs_lost::SpendingObservation> spending{};
    std::vector<jobs_lost::EmploymentObservation> employment{};
    std::vector<Skipped> skipped{};
    std::vector<std::string> notes{};  // what was assumed, a sentence each
};

// Told now and then: bytes of the CSV that are behind the reader.
using ReadProgress = std::function<void(std::uint64_t)>;

// Reads the whole table. Of multipliers the newest year of each jurisdiction is used, of the others every year.
// The problems are sentences; nothing of the table may be used then: bytes that are no table, a table that is none of
// the five, one row twice with different figures, identities (simple = direct + indirect, total = simple + induced,
// within the published rounding) that fail in more than one row of a hundred, or nothing that could be used.
// Rows with figures that fail an identity are left out; so are suppressed cells and geographies that are no province,
// territory or Canada.
base::Result<ImportedTable, std::vector<statistics::TableProblem>> read_import(statistics::OfficialTable& table,
                                                                               const ReadProgress& progress = {});

}  // namespace jobs_calculator
