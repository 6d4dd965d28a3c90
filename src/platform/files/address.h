// platform/files/address.h - the name of some bytes by what they are: their SHA-256.
#pragma once
#include <array>
#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace files {

// Equal bytes have the same address, others do not. Nothing from outside ever gets into it: only of() and parse() make
// one, and parse() takes nothing but 64 hexadecimal digits, so that a file name made of it cannot lead elsewhere.
class Address {
public:
    static Address of(std::string_view bytes);

    // What hex() gave; nullopt for anything else, capitals included.
    static std::optional<Address> parse(std::string_view hex);

    // 64 digits, 0-9 and a-f.
    std::string hex() const;

    auto operator<=>(const Address&) const = default;

private:
    std::array<std::uint8_t, 32> digest_{};
};

}  // namespace files
