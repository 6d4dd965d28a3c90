#include "platform/files/address.h"

#include <openssl/sha.h>

namespace files {
namespace {

constexpr std::string_view kDigits = "0123456789abcdef";

// -1 for anything that is no digit.
int digit(char c) {
    const auto place = kDigits.find(c);
    return place == std::string_view::npos ? -1 : static_cast<int>(place);
}

}  // namespace

Address Address::of(std::string_view bytes) {
    Address address;
    SHA256(reinterpret_cast<const unsigned char*>(bytes.data()), bytes.size(), address.digest_.data());
    return address;
}

std::optional<Address> Address::parse(std::string_view hex) {
    Address address;
    if (hex.size() != 2 * address.digest_.size()) return std::nullopt;
    for (std::size_t i = 0; i < address.digest_.size(); ++i) {
        const int high = digit(hex[2 * i]);
        const int low = digit(hex[2 * i + 1]);
        if (high < 0 || low < 0) return std::nullopt;
        address.digest_[i] = static_cast<std::uint8_t>(high * 16 + low);
    }
    return address;
}

std::string Address::hex() const {
    std::string hex;
    for (const auto byte : digest_) {
        hex += kDigits[byte >> 4];
        hex += kDigits[byte & 15];
    }
    return hex;
}

}  // namespace files
