// features/champions/api.h - champions and their free times as JSON, and how OpenAPI describes them.
#pragma once
#include <string>
#include <vector>

#include "features/champions/champion.h"
#include "ports/api_operation.h"
#include "ports/paging.h"

namespace champions {

struct ApiDirectory {
    const std::vector<Champion>& champions;  // those of the page
    std::size_t total;                       // that fit
    ports::ListPosition position;
    const std::vector<ports::Topic>& topics;
    const people::LevelTree& tree;
    const std::string& public_url;
};
std::string directory_json(const ApiDirectory& page);

struct ApiSlots {
    const Champion& champion;
    const std::vector<base::Instant>& starts;
    std::int64_t minutes;
    ports::PresentationFormat format;
};
std::string slots_json(const ApiSlots& page);

std::vector<ports::ApiOperation> api_operations();

}  // namespace champions
