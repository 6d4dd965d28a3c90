// features/representatives/api.h - representatives as JSON.
#pragma once
#include <string>
#include <vector>

#include "features/representatives/finding.h"
#include "ports/api_operation.h"

namespace representatives {

std::string json_of(const Finding& finding);
std::string json_of(const ports::Representative& representative);
std::vector<ports::ApiOperation> api_operations();

}  // namespace representatives
