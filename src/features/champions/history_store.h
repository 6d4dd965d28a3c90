// features/champions/history_store.h - what happened with champions: the steps of their training, and what they agreed
// to.
#pragma once
#include <vector>

#include "features/champions/champion.h"
#include "platform/db/transaction.h"

namespace champions::store {

// The step is noted and the champion is in its state.
void take_step(db::Write& write, ChampionId id, const Step& step);
std::vector<Step> steps(db::Read& read, ChampionId id);  // oldest first

// Notes it with the words that were on the page, in the version that they are.
void record_showing(db::Write& write, ChampionId id, const Showing& showing);
std::vector<Showing> showings(db::Read& read, ChampionId id);  // oldest first

}  // namespace champions::store
