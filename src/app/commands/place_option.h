// app/commands/place_option.h - a government on the command line, in capital or small letters.
#pragma once
#include <algorithm>
#include <optional>
#include <string>

#include "models/budget_fairness/rules/jurisdiction.h"

namespace app {

// "ON" and "on"; nullopt where there is no such government.
inline std::optional<budget_fairness::Jurisdiction> place_of(std::string letters) {
    std::ranges::transform(letters, letters.begin(),
                           [](char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c; });
    return budget_fairness::find_jurisdiction(letters);
}

}  // namespace app
