// features/endorsements/seed.h - a few endorsements of the demo's pledge, by invented people and bodies.
#pragma once
#include "features/endorsements/services.h"
#include "platform/db/database.h"

namespace endorsements {

// Changes nothing where the petition is missing or has endorsements already.
void seed_demo(db::Database& database, const Services& services, std::string_view slug);

}  // namespace endorsements
