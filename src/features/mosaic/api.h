// features/mosaic/api.h - the mosaic as JSON.
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "features/mosaic/mosaic.h"
#include "ports/api_operation.h"

namespace mosaic {

std::string json_of(const Mosaic& mosaic);

// Who stands in a cell; nullopt: nobody, which is no fault.
std::string json_of(int cell, const Grid& grid, const std::optional<ports::Voice>& voice);

std::vector<ports::ApiOperation> api_operations();

}  // namespace mosaic
