// features/petitions/invalidation_store.h - batches of invalidated signatures in the database, and the steps by which
// signatures go out of the count and come back.
#pragma once
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "features/petitions/invalidation.h"
#include "platform/db/transaction.h"
#include "ports/count_changes.h"

namespace petitions::store {

std::optional<Invalidation> find_invalidation(db::Read& read, InvalidationId id);

// Of one petition, newest first.
std::vector<Invalidation> invalidations(db::Read& read, PetitionId petition, std::int64_t limit);

// Those that changed what the public counts, newest first: what the public reads.
std::vector<Invalidation> corrections(db::Read& read, PetitionId petition, std::int64_t limit);

// How many of one petition wait for approval.
std::int64_t count_waiting_batches(db::Read& read, PetitionId petition);

struct NewInvalidation {
    PetitionId petition;
    BatchState state;  // waiting or at_work
    std::string conditions;
    PublicReason reason;
    SignatureId up_to;
    std::int64_t expected;
    std::int64_t asked_by_id;
    std::string asked_by;
};
InvalidationId insert(db::Write& write, const NewInvalidation& batch);

// What becomes of a batch, by whom. Each says whether it could: a batch that has gone on meanwhile stays as it is.
enum class Moved : unsigned char { no, yes };
Moved approve(db::Write& write, InvalidationId id, std::string_view staff_name);     // from waiting
Moved turn_down(db::Write& write, InvalidationId id, std::string_view staff_name);   // from waiting
Moved stop(db::Write& write, InvalidationId id, std::string_view staff_name);        // from at_work
Moved begin_undo(db::Write& write, InvalidationId id, std::string_view staff_name);  // from done and stopped

// One step of the work: invalidates those of `signatures` that are pending or confirmed, notes that everything up to
// `looked_to` was looked at, and ends the batch when that is its end. Gives the steps of the count. no: somebody else
// has stepped since `batch` was read, or stopped it; then nothing is changed.
struct InvalidationStep {
    std::vector<SignatureId> signatures;
    SignatureId looked_to;
};
std::optional<std::vector<ports::CountChange>> invalidate(db::Write& write, const Invalidation& batch,
                                                          const InvalidationStep& step);

// Signatures that this batch holds invalidated, oldest first.
std::vector<SignatureId> held_by(db::Read& read, InvalidationId id, std::int64_t limit);

// Makes those of `signatures` that the batch holds what they were: counted again, or pending, with their names shown
// where they were. Gives the steps of the count.
std::vector<ports::CountChange> restore(db::Write& write, const Invalidation& batch,
                                        std::span<const SignatureId> signatures);
// After the last of them.
void end_undo(db::Write& write, InvalidationId id);

}  // namespace petitions::store
