// models/statistics/pack.h - figures that travel with the program: a CSV file, and beside it where it comes from.
// data/README.md says how a pack is added.
#pragma once
#include <span>
#include <string>
#include <string_view>

#include "base/result.h"
#include "models/statistics/csv_table.h"

namespace statistics {

// What a reader needs to find the figures again, or to doubt them. Everything is English text for people.
struct Provenance {
    std::string title;              // as the publisher has it
    std::string publisher;          // "Statistics Canada"
    std::string table;              // "36-10-0113"; "" where the publisher numbers nothing
    std::string unit;               // of the value column or columns: "Dollars", "Index, 2017=100"
    std::string scale;              // "units", "thousands", "millions"
    std::string period;             // what the figures are about: "2022", "2008 to 2023"
    std::string licence;            // under which the publisher gives them out
    std::string retrieved_through;  // how they came here
    std::string changes;            // what was done to them: columns left out, names made codes
    std::string sha256;             // of the CSV file, 64 hexadecimal digits
};

// Reads "key: value" lines; all keys of Provenance, each once, none else. The error is a sentence that names the line.
base::Result<Provenance, std::string> read_provenance(std::string_view text);

struct Pack {
    std::string_view name;  // its path below data/ without ".csv": "io/on_multipliers_2022"
    std::string_view csv;
    Provenance provenance;
};

// All packs in the program, sorted by name; read once, safe from all threads.
std::span<const Pack> shipped_packs();

// The pack of this name. CHECK: names are literals of ours.
const Pack& shipped_pack(std::string_view name);

// Its rows. CHECK: a pack that cannot be read never passed the tests.
CsvTable table_of(const Pack& pack);

}  // namespace statistics
