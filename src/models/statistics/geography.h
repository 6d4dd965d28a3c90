// models/statistics/geography.h - Canada, its provinces and territories as statistics name them.
#pragma once
#include <array>
#include <optional>
#include <string_view>

namespace statistics {

struct Geography {
    std::string_view code;  // "ON"; "CA" for the country
    std::string_view name;  // "Ontario", as official tables write it
};

// Canada, then from east to west, territories last.
inline constexpr std::array<Geography, 14> kGeographies{{
    {"CA", "Canada"},
    {"NL", "Newfoundland and Labrador"},
    {"PE", "Prince Edward Island"},
    {"NS", "Nova Scotia"},
    {"NB", "New Brunswick"},
    {"QC", "Quebec"},
    {"ON", "Ontario"},
    {"MB", "Manitoba"},
    {"SK", "Saskatchewan"},
    {"AB", "Alberta"},
    {"BC", "British Columbia"},
    {"YT", "Yukon"},
    {"NT", "Northwest Territories"},
    {"NU", "Nunavut"},
}};

// By the name in a table or by the code, letters' case aside. nullopt for places that are none of the fourteen:
// "Canadian territorial enclaves abroad", "Northwest Territories including Nunavut".
std::optional<Geography> geography_of(std::string_view text);

}  // namespace statistics
