// app/import_report.h - how an import of an official table is told: what was read, what was left out and why.
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "app/command.h"
#include "features/jobs_calculator/import_store.h"

namespace app {

// Everything there is to say about one import.
struct ImportReport {
    const jobs_calculator::ImportedTable& table;
    const jobs_calculator::ImportedFile& file;
    std::optional<jobs_calculator::Import> replaced;  // what stood in its place before
    bool was_stored;                                  // false: it was only tried
};

void print_import(const ImportReport& import, Report report);
// Every edition that links can name, oldest first; the last one answers now.
void print_imports(const std::vector<jobs_calculator::StoredEdition>& editions, Report report);

// "2026-11-22"
std::string date_of(base::Instant at);

}  // namespace app
