// platform/auth/keyed_hash.h - short fingerprints of texts that only this installation can make: who finds a table of
// them cannot try addresses against it.
//
//     const std::int64_t hash = auth::keyed_hash(secret, "petitions.address", email.canonical());
#pragma once
#include <cstdint>
#include <string_view>

#include "platform/auth/purpose.h"
#include "platform/auth/secret.h"

namespace auth {

// The first 8 bytes, little-endian, of BLAKE2b-256 keyed with the secret over: the byte 'h', the length of the purpose
// as one byte, the purpose, the text. Under 1 us for texts shorter than 200 bytes; from any thread.
std::int64_t keyed_hash(const Secret& secret, Purpose purpose, std::string_view text);

}  // namespace auth
