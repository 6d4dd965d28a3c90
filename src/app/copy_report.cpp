#include "app/copy_report.h"

#include <iostream>

#include <fmt/format.h>

namespace app {
namespace {

std::string line_of(const db::CopiedTable& table) {
    return fmt::format("{:<32} {:>12} rows  checksum {:016x}\n", table.name, table.digest.rows, table.digest.checksum);
}

std::string json_of(const db::CopiedTable& table) {
    return fmt::format(R"({{"name": {}, "rows": {}, "checksum": "{:016x}"}})", json_text(table.name), table.digest.rows,
                       table.digest.checksum);
}

}  // namespace

db::CopyObserver CopyBar::observer() {
    return [this](const db::CopyProgress& progress) { show(progress); };
}

void CopyBar::show(const db::CopyProgress& progress) {
    if (!bar_) bar_ = std::make_unique<runtime::Progress>(title_, progress.total);
    bar_->advance(progress.done - shown_);
    shown_ = progress.done;
}

void print_copied(std::span<const db::CopiedTable> tables, Report report) {
    std::int64_t rows = 0;
    for (const auto& table : tables) rows += table.digest.rows;
    if (report == Report::text) {
        for (const auto& table : tables) std::cout << line_of(table);
        std::cout << fmt::format("{} rows in {} tables; both sides are the same.\n", rows, tables.size());
        return;
    }
    std::cout << "{\"rows\": " << rows << ", \"tables\": [";
    for (std::size_t i = 0; i < tables.size(); ++i) std::cout << (i == 0 ? "" : ", ") << json_of(tables[i]);
    std::cout << "]}\n";
}

}  // namespace app
