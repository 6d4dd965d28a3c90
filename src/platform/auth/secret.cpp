#include "platform/auth/secret.h"

#include <algorithm>

#include "platform/auth/sodium.h"

namespace auth {

Secret::Secret(std::span<const std::byte, kSize> bytes) { std::ranges::copy(bytes, bytes_.begin()); }

Secret Secret::random(runtime::Random& random) {
    std::array<std::byte, kSize> bytes;
    random.fill(bytes);
    return Secret{bytes};
}

Secret::~Secret() { sodium_memzero(bytes_.data(), bytes_.size()); }

}  // namespace auth
