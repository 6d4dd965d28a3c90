// features/petitions/invalidation_preview_service.h - how many signatures conditions would take out, and some of them:
// looked at before anything happens, while people go on signing.
#pragma once
#include <chrono>
#include <cstdint>
#include <mutex>
#include <optional>
#include <vector>

#include "features/petitions/invalidation_conditions_service.h"
#include "features/petitions/invalidation_scan_store.h"
#include "platform/db/database.h"

namespace petitions {

struct InvalidationPreview {
    std::int64_t found = 0;
    std::vector<Signature> sample{};  // the oldest of them, kSampleSize at most
    SignatureId up_to{0};             // what came later was not looked at, and will not be touched
    double share_looked_at = 1;       // 1: everything; less where the time ran out
};

inline constexpr std::int64_t kSampleSize = 20;

class InvalidationPreviews {
public:
    // `most`: the longest that a look may take; it ends early with what it found until then.
    InvalidationPreviews(db::Database& database, std::chrono::milliseconds most) : database_(database), most_(most) {}

    // On two threads, piece by piece, each in one snapshot. One look at a time: nullopt while another one is at work.
    std::optional<InvalidationPreview> look(PetitionId petition, const Conditions& conditions);

private:
    InvalidationPreview look_at_all(PetitionId petition, const Conditions& conditions);

    db::Database& database_;
    std::chrono::milliseconds most_;
    std::mutex one_at_a_time_;
};

}  // namespace petitions
