// features/supporter_import/store.h - imports of people in the database, and what was wrong with their rows.
#pragma once
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "features/supporter_import/import.h"
#include "features/supporter_import/person_row.h"
#include "platform/db/transaction.h"

namespace supporter_import::store {

// With its name, file, size, level, report, creator and, of a command, plan and state.
ImportId insert(db::Write& write, const Import& import);
std::optional<Import> find(db::Read& read, ImportId id);
std::vector<Import> newest(db::Read& read, std::int64_t limit);
std::vector<Import> before(db::Read& read, base::Instant created);
// By an import that is not over: once it came in, its file goes the next night.
bool is_file_needed(db::Read& read, const std::string& file);

// Where it is, as one step of work leaves it: state, plan, report, place, end.
void save(db::Write& write, const Import& import);
// With what was wrong.
void remove(db::Write& write, ImportId id);

// Those above kMostTroubles are counted in the report alone.
inline constexpr std::int64_t kMostTroubles = 10'000;
void add_troubles(db::Write& write, ImportId id, std::span<const RowTrouble> troubles);
void forget_troubles(db::Write& write, ImportId id);
std::vector<RowTrouble> troubles(db::Read& read, ImportId id, std::int64_t limit);

}  // namespace supporter_import::store
