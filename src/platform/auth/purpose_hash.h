// platform/auth/purpose_hash.h - the keyed hash under keyed_hash.h and token.h. Included by this folder's sources only.
#pragma once
#include <array>
#include <cstddef>
#include <string_view>

#include "platform/auth/purpose.h"
#include "platform/auth/secret.h"

namespace auth {

// What the first byte of the hashed text says, so that a hash that was shown is never a token.
enum class HashKind : unsigned char { hash = 'h', token = 't' };

// BLAKE2b-256 keyed with the secret over: kind, length of the purpose, purpose, text.
std::array<std::byte, 32> purpose_hash(const Secret& secret, HashKind kind, Purpose purpose, std::string_view text);

}  // namespace auth
