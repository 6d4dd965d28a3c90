// features/champions/seed.h - a dozen invented champions for the demo.
#pragma once
#include "features/champions/services.h"
#include "platform/db/database.h"

namespace champions {

// Topics, and champions in several provinces and both languages: most of them active and shown, one paused, one in
// training, one who applied a moment ago. Nothing happens where there is one already.
void seed_demo(db::Database& database, const Services& services);

}  // namespace champions
