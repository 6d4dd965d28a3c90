// features/petitions/sign_on_store.h - signatures on their way into the database: the hot path of the product.
#pragma once
#include <optional>
#include <span>
#include <vector>

#include "features/petitions/signature.h"
#include "platform/db/transaction.h"
#include "ports/count_changes.h"

namespace petitions::store {

// Records many sign-ons with few statements: an insert, the mails that ask for confirmation, and one step of each
// petition's tally. A repeat is not recorded again; it orders the mail that tells its address the truth, while less
// than kMostMails were ordered for that signature. A pending signature whose link has expired is no hindrance: it is
// withdrawn and the new one recorded. Gives one outcome for each sign-on, in order.
std::vector<SignOutcome> record_all(db::Write& write, std::span<const SignOn> sign_ons);

// Puts made-up signatures in as if they had come over time, without mails: for demos and measurements. Their
// addresses are new to the petition. Gives the steps of the count, for whoever listens to it.
struct LoadedSignature {
    SignOn sign_on;
    TextId text;  // the one they read
    base::Instant signed_at;
    std::optional<base::Instant> confirmed_at;
};
std::vector<ports::CountChange> load(db::Write& write, PetitionId petition,
                                     std::span<const LoadedSignature> signatures);

}  // namespace petitions::store
