// fuzz/table_file_fuzz.cpp - any bytes as an economist's input-output table; the last byte says whether its cells are
// coefficients. Problems that are told, or a table whose multipliers are finite, or cannot be computed and why.
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "base/check.h"
#include "models/jobs_lost/multipliers.h"
#include "models/jobs_lost/table_file.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using Unit = jobs_lost::InputOutputTable::Unit;
    const std::string_view csv{reinterpret_cast<const char*>(data), size};
    const auto table = jobs_lost::read_table(csv, csv.ends_with('#') ? Unit::coefficients : Unit::flows);
    if (!table) {
        CHECK(!table.error().empty() && table.error().size() <= 20);
        for (const auto& problem : table.error()) CHECK(!text_of(problem).empty());
        return 0;
    }
    CHECK(table->size() > 0 && table->flows.rows() == table->size());
    if (table->size() > 100) return 0;
    const auto sectors = jobs_lost::multipliers_of(*table);
    if (!sectors) {
        CHECK(!sectors.error().empty());
        return 0;
    }
    CHECK(sectors->size() == table->size());
    for (const auto& sector : *sectors) CHECK(std::isfinite(sector.output.simple));
    return 0;
}
