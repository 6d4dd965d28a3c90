// features/petitions/signature_store.h - signatures in the database: the hot path of the product.
#pragma once
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "features/petitions/signature.h"
#include "platform/db/transaction.h"

namespace petitions::store {

// Records many sign-ons with few statements: an insert, the mails that ask for confirmation, and one step of each
// petition's tally. A repeat is not recorded again; it orders the mail that tells its address the truth, while less
// than kMostMails were ordered for that signature. A pending signature whose link has expired is no hindrance: it is
// withdrawn and the new one recorded. Gives one outcome for each sign-on, in order.
std::vector<SignOutcome> record_all(db::Write& write, std::span<const SignOn> sign_ons);

// Puts made-up signatures in as if they had come over time, without mails: for demos and measurements. Their
// addresses are new to the petition.
struct LoadTarget {
    PetitionId petition;
    TextId text;
};
struct LoadedSignature {
    SignOn sign_on;
    base::Instant signed_at;
    std::optional<base::Instant> confirmed_at;
};
void load(db::Write& write, const LoadTarget& target, std::span<const LoadedSignature> signatures);

std::optional<Signature> find_signature(db::Read& read, SignatureId id);

// Confirms a pending signature and shows its name where the signer agreed. false: it was not pending any more.
enum class Changed : unsigned char { no, yes };
Changed confirm(db::Write& write, const Signature& signature);

// Withdraws a pending or confirmed signature and frees its slot. no: it was withdrawn already, or its state is no
// longer that of `signature`.
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

// Takes name, address, comment and network out of a signature for good; it is withdrawn and stays as an empty row.
void erase(db::Write& write, const Signature& signature);

// What the tally says, and what counting the signatures themselves gives: they differ only when something is wrong.
struct Count {
    PetitionId petition;
    SignerClass signer_class;
    std::int64_t pending, confirmed, withdrawn;
    bool operator==(const Count&) const = default;
};
std::vector<Count> tally(db::Read& read);
std::vector<Count> recount(db::Read& read);  // reads every signature: for `alltogether check` only

// The newest names of a petition that may be shown.
struct ShownName {
    std::string name, place;
    base::Instant confirmed_at;
    bool operator==(const ShownName&) const = default;
};
std::vector<ShownName> latest_names(db::Read& read, PetitionId petition, std::int64_t limit);

}  // namespace petitions::store
