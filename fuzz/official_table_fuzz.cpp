// fuzz/official_table_fuzz.cpp - any bytes as a downloaded table, zip or CSV, and on through the import: problems that
// are told, or figures that keep their promises.
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "base/check.h"
#include "features/jobs_calculator/import_reader.h"
#include "models/statistics/official_table.h"

namespace {

const statistics::TableLimits kLimits{.zip_entries = 16,
                                      .csv_bytes = std::uint64_t{4} << 20,
                                      .unpacking_ratio = 250,
                                      .csv = {.record_bytes = 64 << 10, .field_bytes = 8 << 10, .columns = 64}};

void read_rows(statistics::OfficialTable table) {
    statistics::Observation row;
    while (table.next(row)) {
        CHECK(row.members.size() == table.dimensions().size());
        CHECK(row.value.has_value() == (row.absence == statistics::Absence::none));
        CHECK(!row.value || std::isfinite(*row.value));
        for (const auto member : row.members)
            for (const auto code : statistics::member_of(member).codes) CHECK(!code.empty());
    }
    CHECK(!table.next(row));
    CHECK(table.bytes_read() <= kLimits.csv_bytes + (std::uint64_t{1} << 20));
}

void read_figures(statistics::OfficialTable table) {
    const auto imported = jobs_calculator::read_import(table);
    if (!imported) {
        CHECK(!imported.error().empty() && !text_of(imported.error().front()).empty());
        return;
    }
    CHECK(imported->rows_used > 0 && imported->oldest_year <= imported->newest_year);
    std::uint64_t left_out = 0;
    for (const auto& skipped : imported->skipped) left_out += skipped.rows;
    CHECK(imported->rows_used + left_out == imported->rows_read);
    for (const auto& row : imported->employment) CHECK(row.employees >= 0);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view bytes{reinterpret_cast<const char*>(data), size};
    auto table = statistics::OfficialTable::from_bytes(bytes, {"table", kLimits});
    if (!table) {
        CHECK(!text_of(table.error()).empty());
        return 0;
    }
    read_rows(*std::move(table));
    read_figures(*statistics::OfficialTable::from_bytes(bytes, {"table", kLimits}));
    return 0;
}
