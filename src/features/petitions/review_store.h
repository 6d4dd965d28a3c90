// features/petitions/review_store.h - the queue of odd signatures: read and counted from small indexes that hold only
// what waits, so that it costs the same at ten million signatures.
#pragma once
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "features/petitions/review.h"
#include "platform/db/transaction.h"

namespace petitions::store {

// Pending and confirmed signatures of one petition that nobody has decided about, the highest score first and then the
// newest, behind `after`.
struct ReviewPage {
    PetitionId petition;
    std::int64_t least_score;
    std::optional<ReviewPlace> after{};
    std::int64_t limit = kReviewPageLength;
};
std::vector<Signature> flagged(db::Read& read, const ReviewPage& page);

// How many wait, and how many are marked and not yet taken out; counting ends at kMostCounted.
inline constexpr std::int64_t kMostCounted = 1'000;
std::int64_t count_flagged(db::Read& read, PetitionId petition, std::int64_t least_score);
std::int64_t count_marked(db::Read& read, PetitionId petition);

// Decides about signatures of this petition; those of others, and those that are invalidated, stay as they are. How
// many it decided about.
std::int64_t decide(db::Write& write, PetitionId petition, std::span<const Decision> decisions);

}  // namespace petitions::store
