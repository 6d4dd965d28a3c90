// features/champions/retention_store.h - forgetting champions: who asks for it, who never confirmed, who left long ago.
#pragma once
#include <cstdint>
#include <vector>

#include "features/champions/champion.h"
#include "platform/db/transaction.h"

namespace champions::store {

// Everything that leads to them goes; the row stays, empty, so that what was held stays counted.
void erase(db::Write& write, ChampionId id);

struct Forgetting {
    base::Instant before;
    std::int64_t limit;
};
// Applications that nobody confirmed.
std::int64_t count_unconfirmed(db::Read& read, base::Instant before);
std::int64_t forget_unconfirmed(db::Write& write, const Forgetting& forgetting);
// Those who left that long ago.
std::int64_t count_left(db::Read& read, base::Instant before);
std::vector<ChampionId> left(db::Read& read, const Forgetting& forgetting);

}  // namespace champions::store
