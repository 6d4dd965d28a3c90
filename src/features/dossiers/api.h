// features/dossiers/api.h - the public part of a dossier as JSON.
#pragma once
#include <string>
#include <vector>

#include "features/dossiers/dossier_service.h"
#include "ports/api_operation.h"

namespace dossiers {

std::string json_of(const Dossier& dossier);
std::vector<ports::ApiOperation> api_operations();

}  // namespace dossiers
