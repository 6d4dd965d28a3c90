// features/petitions/retention_store.h - the network addresses of signers, which are kept for some days only.
#pragma once
#include <cstdint>
#include <span>
#include <vector>

#include "base/instant.h"
#include "features/petitions/signature.h"
#include "platform/db/transaction.h"

namespace petitions::store {

// Signatures from before an instant that still have the network address of their signer, oldest first behind `after`.
// One look along the whole table: for the night.
struct OldNetworks {
    base::Instant signed_before;
    SignatureId after{0};
    std::int64_t limit = 2'000;
};
std::vector<SignatureId> with_old_network(db::Read& read, const OldNetworks& old);

// How many there are.
std::int64_t count_old_networks(db::Read& read, base::Instant signed_before);

// Takes the network address out of these signatures. What it was flagged for stays.
void forget_networks(db::Write& write, std::span<const SignatureId> signatures);

}  // namespace petitions::store
