// people/address_hash.h - the fingerprint under which all slices know one mailbox.
#pragma once
#include <cstdint>
#include <string>

#include "base/email_address.h"
#include "platform/auth/secret.h"

namespace people {

// The canonical address (base::EmailAddress::canonical) with the domain in its ASCII form (UTS 46, non-transitional):
// maya@exämple.org and maya@xn--exmple-cua.org are one mailbox. A domain that has none stays as it is.
std::string canonical_address(const base::EmailAddress& address);

// auth's keyed hash of canonical_address(): the same for every spelling that reaches the same mailbox; only this
// installation can make it.
std::int64_t address_hash(const auth::Secret& secret, const base::EmailAddress& address);

}  // namespace people
