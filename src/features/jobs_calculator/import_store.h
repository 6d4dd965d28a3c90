// features/jobs_calculator/import_store.h - imported official tables in the database.
#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/id.h"
#include "base/instant.h"
#include "features/jobs_calculator/import_reader.h"
#include "platform/db/transaction.h"

namespace jobs_calculator {

struct ImportTag;
using ImportId = base::Id<ImportTag>;

// One table as it was imported; there is at most one of each number.
struct Import {
    ImportId id;
    std::string number;  // "36-10-0113"
    TableKind kind;
    std::string file_name;  // without its folder
    std::string sha256;     // of the file
    int oldest_year, newest_year;
    std::int64_t rows_read, rows_used;
    base::Instant imported_at;
};

// What the file was, beside its figures.
struct ImportedFile {
    std::string name, sha256;
};

namespace store {

// By their numbers.
std::vector<Import> imports(db::Read& read);
std::optional<Import> find_import(db::Read& read, std::string_view number);

// Steps with every change of the imports.
std::int64_t import_version(db::Read& read);

// All figures of one import.
void load_import(db::Read& read, const Import& import, ImportedTable& into);

// Puts the table in the place of an earlier import of the same number. All or nothing, as the transaction it is in.
ImportId replace_import(db::Write& write, const ImportedTable& table, const ImportedFile& file);

// false: there was none.
bool remove_import(db::Write& write, std::string_view number);

// Imports whose rows are not as many as they were when they came in; a sentence each.
std::vector<std::string> damaged_imports(db::Read& read);

}  // namespace store
}  // namespace jobs_calculator
