// people/address_hash.h - the fingerprint under which all slices know one mailbox.
#pragma once
#include <cstdint>

#include "base/email_address.h"
#include "platform/auth/keyed_hash.h"

namespace people {

// The same for every spelling that reaches the same mailbox; only this installation can make it.
inline std::int64_t address_hash(const auth::Secret& secret, const base::EmailAddress& address) {
    return auth::keyed_hash(secret, "people.address", address.canonical());
}

}  // namespace people
