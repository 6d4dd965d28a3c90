// features/privacy/store.h - links, erasures, rules, runs and the privacy officer in the database.
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "features/privacy/access.h"
#include "features/privacy/officer.h"
#include "platform/db/transaction.h"

namespace privacy::store {

// Its id is ignored. nullopt: too many were asked for in the last day, for the address or from the network.
std::optional<AccessId> insert_access(db::Write& write, const Access& access);
std::optional<Access> find_access(db::Read& read, AccessId id);
std::vector<Access> accesses_of(db::Read& read, std::int64_t address_hash);
void close_access(db::Write& write, AccessId id);
// Takes the address out of them.
void erase_accesses(db::Write& write, std::int64_t address_hash);
std::int64_t count_accesses(db::Read& read, base::Instant asked_before);
struct Forgetting {
    base::Instant before;
    std::int64_t limit;
};
std::int64_t forget_accesses(db::Write& write, const Forgetting& forgetting);

void record_erasure(db::Write& write);
std::int64_t count_erasures(db::Read& read);

struct ChosenDays {
    std::string rule;
    std::int64_t days;
};
std::vector<ChosenDays> chosen_days(db::Read& read);
void choose_days(db::Write& write, const ChosenDays& chosen);

struct Run {
    std::string rule;
    std::int64_t days = 0;
    base::Instant at{};
    std::int64_t gone = 0;
};
void record_run(db::Write& write, const Run& run);
std::vector<Run> latest_runs(db::Read& read, std::int64_t limit);  // newest first

std::optional<Officer> officer(db::Read& read);
void name_officer(db::Write& write, const Officer& officer);

}  // namespace privacy::store
