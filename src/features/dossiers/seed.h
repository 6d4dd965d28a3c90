// features/dossiers/seed.h - answers, positions, promises and meetings of invented representatives, for the demo.
#pragma once
#include "features/dossiers/services.h"
#include "platform/db/database.h"

namespace dossiers {

// Of the first representatives whom the house knows, once; nothing where it knows none.
void seed_demo(db::Database& database, const Services& services);

}  // namespace dossiers
