// features/newsroom/seed.h - the demo's sections and items: invented, believable, in both languages, over several
// years.
#pragma once
#include "people/level.h"
#include "platform/db/transaction.h"
#include "ports/pictures.h"

namespace newsroom {

// Adds what is not there yet; nothing where there are sections already. Levels that the tree lacks are taken to be the
// national one; items show pictures of the demo's library, where it has them.
void seed_demo(db::Write& write, const people::LevelTree& levels, const ports::Pictures& pictures);

}  // namespace newsroom
