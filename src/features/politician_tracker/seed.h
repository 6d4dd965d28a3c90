// features/politician_tracker/seed.h - invented politicians of the demo, and where they stand on its pledge.
#pragma once
#include <string_view>

#include "platform/db/database.h"
#include "ports/petitions.h"

namespace politician_tracker {

// Changes nothing where there are politicians already.
void seed_demo(db::Database& database, const ports::PetitionReader& petitions, std::string_view slug);

}  // namespace politician_tracker
