// ports/elections.h - which elections are near: whoever shows politicians by name asks before. Filled by the slice that
// keeps the switch; without one no election is near.
#pragma once
#include <functional>
#include <string>
#include <vector>

#include "base/locale.h"
#include "platform/db/transaction.h"

namespace ports {

struct Elections {
    // The regions of the elections that are near: "" for a federal one, "ON" for that of a province and its
    // municipalities.
    std::function<std::vector<std::string>(db::Read&)> near{};
    // What the law asks to stand beside words about their matters, one for each of them: who speaks, and how to reach
    // them.
    std::function<std::vector<std::string>(db::Read&, base::Locale)> taglines{};
};

}  // namespace ports
