// features/newsroom/seed.h - the demo's sections and items: invented, believable, in both languages, over several
// years.
#pragma once
#include "people/level.h"
#include "platform/db/transaction.h"

namespace newsroom {

// Adds what is not there yet; nothing where there are sections already. Levels that the tree lacks are taken to be the
// national one.
void seed_demo(db::Write& write, const people::LevelTree& levels);

}  // namespace newsroom
