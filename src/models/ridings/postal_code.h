// models/ridings/postal_code.h - a Canadian postal code as one small number, for tables of a million of them. Pure.
#pragma once
#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace ridings {

struct PackedCode {
    std::uint32_t value;
    auto operator<=>(const PackedCode&) const = default;
};

// letter digit letter digit letter digit, in any case, with blanks or hyphens anywhere between or none. D F I O Q U
// stand nowhere, W and Z not first. nullopt for anything else. The order of the numbers is that of the texts.
std::optional<PackedCode> pack(std::string_view text);

std::string text_of(PackedCode code);      // "K1A 0B1"
std::string district_of(PackedCode code);  // "K1A"

}  // namespace ridings
