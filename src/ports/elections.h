// ports/elections.h - which elections are near: whoever shows politicians by name asks before. Filled by the slice that
// keeps the switch; without one no election is near.
#pragma once
#include <functional>
#include <string>
#include <vector>

#include "platform/db/transaction.h"

namespace ports {

struct Elections {
    // The regions of the elections that are near: "" for a federal one, "ON" for that of a province and its
    // municipalities.
    std::function<std::vector<std::string>(db::Read&)> near{};
};

}  // namespace ports
