// features/endorsements/api.h - those who endorse, as JSON.
#pragma once
#include <string>
#include <vector>

#include "features/endorsements/endorsement.h"
#include "ports/api_operation.h"
#include "ports/petitions.h"

namespace endorsements {

// {"petition":"slug","counts":{"organisation":3},"endorsements":[{"class":..,"name":..}]}: what the public list shows.
std::string json_of(const ports::PetitionFacts& petition, const std::vector<Endorsement>& counted);

std::vector<ports::ApiOperation> api_operations();

}  // namespace endorsements
