// features/petitions/seed.h - the demo's pledge and proclamation, and made-up signatures by the million.
#pragma once
#include <cstdint>
#include <functional>
#include <string_view>

#include "base/level_id.h"
#include "features/petitions/petition.h"
#include "platform/auth/secret.h"
#include "platform/db/database.h"
#include "ports/count_changes.h"

namespace petitions {

// Publishes `equality-pledge` and `proclamation` in both languages at that level, in our own words. Changes nothing
// where they are there already.
enum class Seeded : unsigned char { before, now };
Seeded seed_demo(db::Write& write, base::LevelId level);

// A wish for made-up signatures.
struct Load {
    std::string_view slug;
    std::int64_t signatures;  // how many to add
    const ports::CountChanges& changes;
};

enum class Loaded : unsigned char { done, no_such_petition };

// Adds invented people with example addresses, seven of eight confirmed, spread over the last 60 days, in durable
// steps of some ten thousand; tells progress(done so far). Deterministic but for the time; a second load goes on
// behind the first.
Loaded load(db::Database& database, const auth::Secret& secret, const Load& wish,
            const std::function<void(std::int64_t)>& progress);

}  // namespace petitions
