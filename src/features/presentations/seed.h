// features/presentations/seed.h - the demo: invented requests in several states, and places that were visited.
#pragma once
#include "features/presentations/services.h"
#include "platform/db/database.h"

namespace presentations {

// Nothing where there are presentations already.
void seed_demo(db::Database& database, const Services& services);

}  // namespace presentations
