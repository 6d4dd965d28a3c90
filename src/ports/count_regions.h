// ports/count_regions.h - from where the people are who signed, for slices that tell about a count elsewhere.
#pragma once
#include <cstdint>
#include <functional>
#include <string>
#include <vector>

#include "platform/db/transaction.h"
#include "ports/petition_terms.h"

namespace ports {

struct RegionCount {
    std::string region;  // "CA-ON" and its like in Canada, "CA" where the province is not known, else the country, "FR"
    std::int64_t counted;
    bool operator==(const RegionCount&) const = default;
};

// Confirmed individuals, the largest region first; empty where nobody signed. May be an empty function.
using CountRegions = std::function<std::vector<RegionCount>(db::Read&, PetitionId)>;

}  // namespace ports
