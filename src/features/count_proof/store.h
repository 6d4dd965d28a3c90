// features/count_proof/store.h - whose entries there are: what was told and has no place in the log yet, and what a
// signer's receipt is made of. Private; the public log is log_store.h.
#pragma once
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "features/count_proof/entry.h"
#include "platform/db/transaction.h"

namespace count_proof::store {

// Writes down steps as they are told, in the transaction that makes them. A step down of a signature that was never
// entered enters its confirmation too. A step that changes nothing (withdrawn twice) is left out. Many at once: few
// statements however many there are.
void enter(db::Write& write, std::span<const ports::CountChange> changes);

// Enters the confirmations of those that are not there yet, and leaves all others as they are.
void enter_missing(db::Write& write, std::span<const ports::CountChange> confirmed);

// A confirmation without a place.
struct Waiting {
    SignatureId signature;
    PetitionId petition;
    SignerClass signer_class;
    base::Instant counted_at;
    Hash salt;
};
std::vector<Waiting> waiting(db::Read& read, std::int64_t limit);

// A later step without a place, whose confirmation has one. Of one signature in the order in which they were told.
struct WaitingStep {
    SignatureId signature;
    std::int64_t ordinal;
    ports::CountStep step;
    std::int64_t confirmed_position;
};
std::vector<WaitingStep> waiting_steps(db::Read& read, std::int64_t limit);

// Where an entry went. ordinal 0: the confirmation.
struct Placed {
    SignatureId signature;
    std::int64_t ordinal;
    std::int64_t position;
};
void place_confirmed(db::Write& write, std::span<const Placed> placed);
void place_steps(db::Write& write, std::span<const Placed> placed);

// Forgets what opens the commitments of these signatures, for good; of those that still wait for their place, as soon
// as they have it.
void forget_salts(db::Write& write, std::span<const SignatureId> signatures);

// One signature's story.
struct Record {
    SignatureId signature;
    PetitionId petition;
    SignerClass signer_class;
    base::Instant counted_at;
    std::optional<Hash> salt;
    bool is_counted;
    std::optional<std::int64_t> position;
};
std::optional<Record> find(db::Read& read, SignatureId signature);

struct Step {
    ports::CountStep step;
    std::optional<std::int64_t> position;
};
struct Story {
    Record record;
    std::vector<Step> steps;  // behind the confirmation, in their order
};
std::optional<Story> story_of(db::Read& read, SignatureId signature);  // one statement

// How many count, by all that was told; the other way to know what the log adds up to. Reads every row.
std::vector<std::pair<TallyKey, std::int64_t>> standing(db::Read& read);

bool has_waiting(db::Read& read);

}  // namespace count_proof::store
