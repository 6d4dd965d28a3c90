// features/politician_tracker/api.h - where politicians stand, as JSON.
#pragma once
#include <string>
#include <vector>

#include "features/politician_tracker/politician.h"
#include "ports/api_operation.h"
#include "ports/petitions.h"

namespace politician_tracker {

// {"petition":"slug","politicians":[{"name":..,"office":..,"stand":"signed","on_date":..}]}
std::string json_of(const ports::PetitionFacts& petition, const std::vector<Standing>& standings);

std::vector<ports::ApiOperation> api_operations();

}  // namespace politician_tracker
