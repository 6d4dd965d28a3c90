#include "platform/auth/token.h"

#include <array>
#include <cstring>
#include <span>

#include "platform/auth/purpose_hash.h"
#include "platform/auth/sodium.h"

namespace auth {
namespace {

constexpr std::size_t kIdSize = 8;
constexpr std::size_t kMacSize = 16;
constexpr std::size_t kTokenSize = kIdSize + kMacSize;
constexpr std::size_t kTextSize = kTokenSize / 3 * 4;

std::array<std::byte, kIdSize> bytes_of(std::int64_t id) {
    std::array<std::byte, kIdSize> bytes;
    for (std::size_t i = 0; i < kIdSize; ++i)
        bytes[i] = static_cast<std::byte>(static_cast<std::uint64_t>(id) >> (8 * (kIdSize - 1 - i)));
    return bytes;
}

std::int64_t id_of(std::span<const std::byte, kIdSize> bytes) {
    std::uint64_t id = 0;
    for (const std::byte byte : bytes) id = id << 8 | std::to_integer<std::uint64_t>(byte);
    return static_cast<std::int64_t>(id);
}

std::array<std::byte, kTokenSize> signed_bytes(const Secret& secret, Purpose purpose, std::int64_t id) {
    const auto id_bytes = bytes_of(id);
    const std::string_view text{reinterpret_cast<const char*>(id_bytes.data()), id_bytes.size()};
    const auto mac = purpose_hash(secret, HashKind::token, purpose, text);
    std::array<std::byte, kTokenSize> token;
    std::memcpy(token.data(), id_bytes.data(), kIdSize);
    std::memcpy(token.data() + kIdSize, mac.data(), kMacSize);
    return token;
}

}  // namespace

std::string Tokens::make(Purpose purpose, std::int64_t id) const {
    return runtime::base64url(signed_bytes(secret_, purpose, id));
}

std::optional<std::int64_t> Tokens::read(Purpose purpose, std::string_view token) const {
    if (token.size() != kTextSize) return std::nullopt;
    const auto bytes = runtime::from_base64url(token);
    if (!bytes || bytes->size() != kTokenSize) return std::nullopt;
    const auto id = id_of(std::span{*bytes}.first<kIdSize>());
    const auto expected = signed_bytes(secret_, purpose, id);
    if (sodium_memcmp(bytes->data(), expected.data(), kTokenSize) != 0) return std::nullopt;
    return id;
}

RandomToken new_random_token(runtime::Random& random) {
    RandomToken token{random.token(32), {}};
    token.hash = hash_of_token(token.text);
    return token;
}

TokenHash hash_of_token(std::string_view token) {
    prepare_sodium();
    std::array<std::byte, 32> hash;
    crypto_generichash(reinterpret_cast<unsigned char*>(hash.data()), hash.size(),
                       reinterpret_cast<const unsigned char*>(token.data()), token.size(), nullptr, 0);
    return {runtime::base64url(hash)};
}

}  // namespace auth
