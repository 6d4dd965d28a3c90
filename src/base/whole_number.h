// base/whole_number.h - the numbers and identities that forms, queries and addresses bring as text.
#pragma once
#include <charconv>
#include <cstdint>
#include <optional>
#include <string_view>
#include <system_error>

namespace base {

// "17", "-3": the whole text must be the number, in decimal digits, and fit; nullopt otherwise.
inline std::optional<std::int64_t> whole_number(std::string_view text) {
    std::int64_t value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc{} || end != text.data() + text.size()) return std::nullopt;
    return value;
}

// The identity that the text names, as id_from<PetitionId>("17"); nullopt when it is none, or not above 0.
template <class Identity>
std::optional<Identity> id_from(std::string_view text) {
    const auto value = whole_number(text);
    if (!value || *value <= 0) return std::nullopt;
    return Identity{*value};
}

}  // namespace base
