// features/voices/api.h - voices as JSON, and how the API's document describes them.
#pragma once
#include <string>
#include <vector>

#include "features/voices/wall_store.h"
#include "ports/api_operation.h"

namespace voices {

struct ApiPage {
    const std::vector<store::OnTheWall>& voices;
    std::int64_t total;
    std::int64_t older;  // where the next page begins; 0: there is none
    std::string site;    // "https://example.org"
};
std::string json_of(const ApiPage& page);
std::string json_of(const ports::Voice& voice, const std::string& site);

std::vector<ports::ApiOperation> api_operations();

}  // namespace voices
