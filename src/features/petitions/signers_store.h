// features/petitions/signers_store.h - signatures as other slices meet them: those that count, and one more mail.
#pragma once
#include <optional>
#include <vector>

#include "features/petitions/signature.h"
#include "platform/db/transaction.h"
#include "ports/signers.h"
#include "ports/signing.h"

namespace petitions::store {

// Those that count, oldest first.
std::vector<ports::CountChange> counted(db::Read& read, const ports::SignaturePage& page);

// How many individuals count under each text. Reads every signature of the petition.
std::vector<ports::TextCount> counted_by_text(db::Read& read, PetitionId petition);

// Whom a further mail about a signature goes to.
struct Addressee {
    std::string email;
    base::Locale locale;
};
// Counts the mail; nullopt, and nothing counted, where kMostMails were sent or the signature does not count.
std::optional<Addressee> count_mail(db::Write& write, SignatureId signature);

// Individuals that count, as the listing asks for them. Reads the petition's signatures from `after` on.
std::vector<SignatureId> listed(db::Read& read, const ports::SignatureListing& listing);

}  // namespace petitions::store
