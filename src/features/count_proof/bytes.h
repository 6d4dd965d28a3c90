// features/count_proof/bytes.h - hashes, and how bytes are written as text: hexadecimal and base64.
#pragma once
#include <array>
#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace count_proof {

// 32 bytes: a SHA-256, a public key or a salt.
struct Hash {
    static constexpr std::size_t kSize = 32;
    std::array<std::uint8_t, kSize> bytes{};

    auto operator<=>(const Hash&) const = default;
    std::string_view view() const { return {reinterpret_cast<const char*>(bytes.data()), kSize}; }
    // nullopt unless there are exactly 32 bytes.
    static std::optional<Hash> of(std::string_view bytes);
};

// FIPS 180-4. From any thread; throws std::runtime_error where the library has no SHA-256.
Hash sha256(std::string_view bytes);

// Lower case, two digits a byte.
std::string hex(std::string_view bytes);
// nullopt for another character or an odd number of them. Upper case is fine.
std::optional<std::string> from_hex(std::string_view text);

// RFC 4648, 4, with padding.
std::string base64(std::string_view bytes);
std::optional<std::string> from_base64(std::string_view text);

// Eight bytes, the highest first.
void append_number(std::string& bytes, std::int64_t number);
// Of exactly eight bytes.
std::int64_t number_of(std::string_view bytes);

// A decimal number as files of the log write it: digits alone, no leading zero, at most 18 of them.
std::optional<std::int64_t> decimal(std::string_view text);

}  // namespace count_proof
