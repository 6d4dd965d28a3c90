// features/petition_record/store.h - the counts of a petition by day and by region in the database.
#pragma once
#include <span>
#include <string>
#include <vector>

#include "features/petition_record/series.h"
#include "platform/db/transaction.h"
#include "ports/count_changes.h"
#include "ports/petition_terms.h"

namespace petition_record::store {

// Adds steps of the count to the day on which each signature was first counted, and to its region.
void count_steps(db::Write& write, std::span<const ports::CountChange> changes);

// Of which petition and which class of signers. Classes are never added up.
struct Whose {
    ports::PetitionId petition;
    ports::SignerClass signer_class;
};

// In the order of time; days on which nothing is left are not among them.
std::vector<DayCount> days(db::Read& read, const Whose& whose);

// The largest first; regions with nothing are not among them.
struct RegionCount {
    std::string region;
    std::int64_t counted;
    bool operator==(const RegionCount&) const = default;
};
std::vector<RegionCount> regions(db::Read& read, const Whose& whose);

// What all days and all regions of each petition and class add up to: equal, unless something is wrong.
struct Sums {
    ports::PetitionId petition;
    ports::SignerClass signer_class;
    std::int64_t by_day, by_region;
};
std::vector<Sums> sums(db::Read& read);

}  // namespace petition_record::store
