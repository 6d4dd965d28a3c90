// features/petitions/signature_store.h - one signature in the database, and lists of them. How they get there:
// sign_on_store.h.
#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "features/petitions/signature.h"
#include "platform/db/transaction.h"

namespace petitions::store {

std::optional<Signature> find_signature(db::Read& read, SignatureId id);

// Confirms a pending signature and shows its name where the signer agreed. false: it was not pending any more.
enum class Changed : unsigned char { no, yes };
Changed confirm(db::Write& write, const Signature& signature);

// Orders a fresh mail with a link of its own. no: it is not pending any more, or has had its five mails.
Changed renew(db::Write& write, const Signature& signature);

// Withdraws a pending, confirmed or invalidated signature and frees its slot. no: it was withdrawn already, or its
// state is no longer that of `signature`.
Changed withdraw(db::Write& write, const Signature& signature);

// One page of signatures, newest first, older than `before`.
struct SignaturePage {
    PetitionId petition;
    std::optional<SignatureId> before;
    std::int64_t limit = 50;
};
std::vector<Signature> page(db::Read& read, const SignaturePage& page);

// The oldest ones behind `after`, oldest first: for exports.
struct ExportPage {
    PetitionId petition;
    SignatureId after;
    std::int64_t limit;
};
std::vector<Signature> oldest_after(db::Read& read, const ExportPage& page);

// The newest, of those whose given name, family name or place contains `words` (case of A-Z does not matter).
std::vector<Signature> search(db::Read& read, const SignaturePage& page, std::string_view words);

// Every signature of one address under one petition, or under all of them.
std::vector<Signature> of_address(db::Read& read, PetitionId petition, std::int64_t address_hash);
std::vector<Signature> of_address(db::Read& read, std::int64_t address_hash);

// Takes everything about the person out of a signature for good: names, address and its hash, place, country, comment,
// network, language (all erased rows say English), score, reasons, source. It is withdrawn and stays as an empty row,
// so that counts stay explained.
void erase(db::Write& write, const Signature& signature);

}  // namespace petitions::store
