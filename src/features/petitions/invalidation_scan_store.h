// features/petitions/invalidation_scan_store.h - which signatures meet the conditions of a batch. Read stretch by
// stretch along the identities, which grow with time, so that no statement runs long and many can run beside each
// other.
#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "features/petitions/invalidation_conditions_service.h"
#include "platform/db/transaction.h"

namespace petitions::store {

// Identities behind `after`, up to and with `up_to`.
struct Stretch {
    SignatureId after, up_to;
};

// Where a stretch of so many signatures of this petition ends; nullopt: there are fewer up to its end. Reads an index
// only.
std::optional<SignatureId> end_of(db::Read& read, PetitionId petition, const Stretch& rest, std::int64_t signatures);

// The oldest signature of a petition behind `after`; nullopt: there is none.
std::optional<SignatureId> first_signature(db::Read& read, PetitionId petition, SignatureId after);

// The newest signature of a petition; nullopt: nobody has signed.
std::optional<SignatureId> newest_signature(db::Read& read, PetitionId petition);

// A part of the table as it lies on the disk, in units of the database: its reading is the quickest there is.
struct Places {
    std::int64_t after, up_to;
};
// Where the signatures of a stretch may lie; and the first hundred thousand of them or so.
Places all_places(db::Read& read, PetitionId petition, const Stretch& stretch);
Places first_of(db::Read& read, PetitionId petition, const Places& rest);

struct PlacedSight {
    Places places;
    SignatureId up_to;  // newer ones are left out
    std::int64_t limit = INT64_MAX;
};
// How many pending and confirmed signatures the patterns find there: where needs_a_look() is false, exactly those that
// meet the conditions.
std::int64_t count_matching(db::Read& read, PetitionId petition, const Conditions& conditions,
                            const PlacedSight& sight);

// Those that the patterns find, oldest first, at most `limit`; passes() tells which of them meet the conditions.
struct Candidate {
    SignatureId id;
    std::string network, country, postal_code;
};
struct Sight {
    Stretch stretch;
    std::int64_t limit;
};
std::vector<Candidate> matching(db::Read& read, PetitionId petition, const Conditions& conditions, const Sight& sight);
std::vector<Candidate> matching(db::Read& read, PetitionId petition, const Conditions& conditions,
                                const PlacedSight& sight);

}  // namespace petitions::store
