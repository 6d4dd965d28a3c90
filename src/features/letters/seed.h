// features/letters/seed.h - letters of the demo: one campaign that is open, with invented letters, and one draft.
#pragma once
#include "features/letters/services.h"
#include "platform/db/database.h"

namespace letters {

// Once: nothing where letters exist already.
void seed_demo(db::Database& database, const Services& services);

}  // namespace letters
