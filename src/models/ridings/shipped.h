// models/ridings/shipped.h - what travels with the program: the federal ridings, and the provinces of postal districts.
// No persons are shipped.
#pragma once
#include <optional>
#include <string_view>
#include <vector>

#include "models/ridings/rows.h"

namespace ridings {

inline constexpr std::string_view kFederalSet = "federal-2023";
// What Represent calls that set.
inline constexpr std::string_view kFederalBoundarySet = "federal-electoral-districts";
inline constexpr std::string_view kFederalAsOf = "2024-04-23";  // when that order came into force

// All 343, by their codes.
std::vector<RidingRow> shipped_federal_ridings();
// Where they are from, in a line.
std::string_view shipped_federal_source();

// The province of a first half of a postal code, "K1A" -> "ON", by the list that is shipped, which is of 2017; nullopt
// for one that is not on it.
std::optional<std::string_view> province_of_district(std::string_view district);

}  // namespace ridings
