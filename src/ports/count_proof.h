// ports/count_proof.h - what other slices may say about the log that proves the counts: on covers, in deliveries.
#pragma once
#include <cstdint>
#include <functional>
#include <optional>
#include <string>

#include "base/instant.h"
#include "platform/db/transaction.h"

namespace ports {

// A signed head of the log.
struct SignedHead {
    std::int64_t size;     // entries
    std::string root_hex;  // 64 digits
    base::Instant signed_at;
    std::string note;  // the signed text itself, which verifies
};

// Filled by the slice count_proof; empty functions where there is none.
struct CountProof {
    std::function<std::optional<SignedHead>(db::Read&)> newest{};
    // Puts what waits into the log and signs a head now: for a delivery. Not on the writer's thread; seconds where
    // millions wait. Returns the head, or the newest one where nothing waited.
    std::function<SignedHead()> sign_now{};
};

}  // namespace ports
