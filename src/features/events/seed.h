// features/events/seed.h - the demo: invented events, to come and past.
#pragma once
#include "features/events/services.h"
#include "platform/db/database.h"

namespace events {

// Nothing where there are events already.
void seed_demo(db::Database& database, const Services& services);

}  // namespace events
