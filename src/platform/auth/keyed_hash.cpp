#include "platform/auth/keyed_hash.h"

#include <cstring>

#include "platform/auth/purpose_hash.h"
#include "platform/auth/sodium.h"

namespace auth {
namespace {

const unsigned char* bytes_of(const void* data) { return static_cast<const unsigned char*>(data); }

// Kind, length and purpose: what stands before the text.
struct Prefix {
    std::array<unsigned char, 2 + Purpose::kLongest> bytes;
    std::size_t size;

    Prefix(HashKind kind, Purpose purpose) : bytes{}, size(2 + purpose.name().size()) {
        bytes[0] = static_cast<unsigned char>(kind);
        bytes[1] = static_cast<unsigned char>(purpose.name().size());
        std::memcpy(bytes.data() + 2, purpose.name().data(), purpose.name().size());
    }
};

}  // namespace

std::array<std::byte, 32> purpose_hash(const Secret& secret, HashKind kind, Purpose purpose, std::string_view text) {
    prepare_sodium();
    const Prefix prefix{kind, purpose};
    std::array<std::byte, 32> hash;
    crypto_generichash_state state;
    crypto_generichash_init(&state, bytes_of(secret.bytes().data()), Secret::kSize, hash.size());
    crypto_generichash_update(&state, prefix.bytes.data(), prefix.size);
    crypto_generichash_update(&state, bytes_of(text.data()), text.size());
    crypto_generichash_final(&state, reinterpret_cast<unsigned char*>(hash.data()), hash.size());
    return hash;
}

std::int64_t keyed_hash(const Secret& secret, Purpose purpose, std::string_view text) {
    const auto hash = purpose_hash(secret, HashKind::hash, purpose, text);
    std::uint64_t number = 0;
    for (std::size_t i = 0; i < sizeof number; ++i) number |= std::to_integer<std::uint64_t>(hash[i]) << (8 * i);
    return static_cast<std::int64_t>(number);
}

}  // namespace auth
