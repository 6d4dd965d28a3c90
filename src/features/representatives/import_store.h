// features/representatives/import_store.h - the log of imports in the database.
#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "features/representatives/import_record.h"
#include "platform/db/transaction.h"

namespace representatives::store {

ImportId insert_import(db::Write& write, const ImportRecord& import);
std::optional<ImportRecord> find_import(db::Read& read, ImportId id);
std::vector<ImportRecord> newest_imports(db::Read& read, std::int64_t limit);

// With its counts; the file is no longer needed.
void finish_import(db::Write& write, const ImportRecord& import);

// Of which day the newest file of this kind is that came in for this set (empty: for any); "" where none did.
std::string newest_as_of(db::Read& read, ridings::Content content, std::string_view set);

// Imports that wait since before that time: nobody took them in.
std::vector<ImportRecord> waiting_since_before(db::Read& read, base::Instant before);
bool is_file_needed(db::Read& read, std::string_view file);

}  // namespace representatives::store
