// features/fraud_guard/store.h - settings, lists, the log of changes and used puzzles, in the database.
#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "features/fraud_guard/lists_service.h"
#include "features/fraud_guard/settings.h"
#include "features/fraud_guard/used_proofs.h"
#include "platform/db/transaction.h"

namespace fraud_guard::store {

std::vector<Setting> settings(db::Read& read);
// Changes what differs, and logs each change. `before`: what holds now, shipped or set.
struct SettingChange {
    std::string name;
    std::int64_t before, after;
};
void change(db::Write& write, const std::vector<SettingChange>& changes, std::string_view by);

// The log: newest first.
struct LoggedChange {
    std::string name, before, after;
    base::Instant at;
    std::string by;  // empty: the program itself
};
std::vector<LoggedChange> latest_changes(db::Read& read, std::int64_t limit);
// Of what switched by itself.
struct OwnChange {
    std::string name, before, after;
};
void log_own(db::Write& write, const OwnChange& change);

// Entries that were not ended, newest first; expired ones are among them.
std::vector<ListEntry> list_entries(db::Read& read);
// Those that were ended, newest first.
std::vector<ListEntry> ended_entries(db::Read& read, std::int64_t limit);
std::optional<ListEntry> find_entry(db::Read& read, ListEntryId id);
struct NewEntry {
    List list;
    std::string pattern, reason;
    std::optional<base::Instant> expires_at;
};
ListEntryId insert(db::Write& write, const NewEntry& entry, std::string_view by);
void end(db::Write& write, ListEntryId id, std::string_view by);

void keep_used(db::Write& write, const std::vector<UsedProof>& proofs);
void forget_expired(db::Write& write);
std::vector<UsedProof> used_proofs(db::Read& read, base::Instant now);
// Those that any server kept from then on.
std::vector<UsedProof> used_since(db::Read& read, base::Instant since);

}  // namespace fraud_guard::store
