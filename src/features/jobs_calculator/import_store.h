// features/jobs_calculator/import_store.h - imported official tables in the database, and the editions that they made:
// which of them answered from one change to the next. A table that another one replaced stays, so that links made with
// it give their figure again.
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

// One table as it was imported; at most one of each number answers at a time.
struct Import {
    ImportId id;
    std::string number;  // "36-10-0113"
    TableKind kind;
    std::string file_name;  // without its folder
    std::string sha256;     // of the file
    std::string figures;    // checksum of the figures that were kept; "" in imports older than it
    int oldest_year, newest_year;
    std::int64_t rows_read, rows_used;
    base::Instant imported_at;
};

// What the file was, beside its figures.
struct ImportedFile {
    std::string name, sha256;
};

// The tables that answered together from `since` until the next edition came. Version 0 has none: the figures that ship
// with the program; it is since 0.
struct StoredEdition {
    std::int64_t version;
    base::Instant since;
    std::vector<Import> imports;  // by their numbers
};

namespace store {

// Those that answer now, by their numbers.
std::vector<Import> imports(db::Read& read);
std::optional<Import> find_import(db::Read& read, std::string_view number);

// Of the edition that answers now: it grows with every change of the imports.
std::int64_t import_version(db::Read& read);

// All that can be computed again, oldest first; the last one answers now.
std::vector<StoredEdition> editions(db::Read& read);

// All figures of one import.
void load_import(db::Read& read, const Import& import, ImportedTable& into);

// Lets the table answer in the place of an earlier import of the same number, which stays for the links that were made
// with it. The same figures from the same file are not kept twice: nothing changes when they answer already. All or
// nothing, as the transaction it is in.
ImportId replace_import(db::Write& write, const ImportedTable& table, const ImportedFile& file);

// The table answers no more; it stays for the links that were made with it. false: there was none.
bool remove_import(db::Write& write, std::string_view number);

// Every import of that number is deleted, with all editions that need one: links made with them lose their figure.
// Returns how many imports went.
std::int64_t forget_imports(db::Write& write, std::string_view number);

// Imports whose rows are not as many as they were when they came in; a sentence each.
std::vector<std::string> damaged_imports(db::Read& read);

}  // namespace store
}  // namespace jobs_calculator
