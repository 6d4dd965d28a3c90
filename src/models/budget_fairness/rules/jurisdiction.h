// models/budget_fairness/rules/jurisdiction.h - Canada, its provinces and its territories.
#pragma once
#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

namespace budget_fairness {

// Two letters of Canada Post; canada stands for the federal government.
enum class Jurisdiction : std::uint8_t {
    canada,
    alberta,
    british_columbia,
    manitoba,
    new_brunswick,
    newfoundland_and_labrador,
    nova_scotia,
    northwest_territories,
    nunavut,
    ontario,
    prince_edward_island,
    quebec,
    saskatchewan,
    yukon,
};

inline constexpr std::size_t kJurisdictions = 14;

// In the order of the enumeration: "CA", "AB", ...
inline constexpr std::array<std::string_view, kJurisdictions> kJurisdictionCodes{
    "CA", "AB", "BC", "MB", "NB", "NL", "NS", "NT", "NU", "ON", "PE", "QC", "SK", "YT"};

constexpr std::string_view code(Jurisdiction jurisdiction) {
    return kJurisdictionCodes[static_cast<std::size_t>(jurisdiction)];
}

// "ON" -> ontario; capital letters only. Nothing for anything else.
constexpr std::optional<Jurisdiction> find_jurisdiction(std::string_view code) {
    for (std::size_t i = 0; i < kJurisdictions; ++i)
        if (kJurisdictionCodes[i] == code) return static_cast<Jurisdiction>(i);
    return std::nullopt;
}

// The thirteen that a person can live in: all but canada.
constexpr std::array<Jurisdiction, kJurisdictions - 1> provinces_and_territories() {
    std::array<Jurisdiction, kJurisdictions - 1> all{};
    for (std::size_t i = 0; i < all.size(); ++i) all[i] = static_cast<Jurisdiction>(i + 1);
    return all;
}

}  // namespace budget_fairness
