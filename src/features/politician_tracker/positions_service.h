// features/politician_tracker/positions_service.h - where a politician stands, for other slices, which know them by
// their name and office.
#pragma once
#include "features/politician_tracker/services.h"
#include "ports/politician_positions.h"

namespace politician_tracker {

// The petitions outlive it.
ports::PoliticianPositions positions(const ports::PetitionReader& petitions);

}  // namespace politician_tracker
