// features/endorsements/store.h - endorsements in the database.
#pragma once
#include <map>
#include <optional>
#include <vector>

#include "features/endorsements/endorsement.h"
#include "platform/db/transaction.h"

namespace endorsements::store {

// What a new one belongs to.
struct Where {
    PetitionId petition;
    ports::PetitionTextId text;
    base::Locale locale;
    std::int64_t address_hash;
};

// Records it as not confirmed. nullopt: this address has one of this class under this petition already that is neither
// withdrawn nor declined.
std::optional<EndorsementId> insert(db::Write& write, const Where& where, const Submission& submission);

// The one that keeps this address from another of the class.
std::optional<EndorsementId> standing(db::Read& read, const Where& where, SignerClass signer_class);

std::optional<Endorsement> find(db::Read& read, EndorsementId id);

// Those of this state, of all classes, newest first. There are hundreds.
std::vector<Endorsement> of_state(db::Read& read, PetitionId petition, State state);

// All under a petition, newest first.
std::vector<Endorsement> all(db::Read& read, PetitionId petition);

// For staff: newest first, older than `before`, of one state or of all.
struct StaffPage {
    PetitionId petition;
    std::optional<State> state{};
    std::optional<EndorsementId> before{};
    std::int64_t limit = 50;
};
std::vector<Endorsement> page(db::Read& read, const StaffPage& page);

std::vector<Endorsement> of_address(db::Read& read, std::int64_t address_hash);

// How many are shown, by class; classes with none are missing.
std::map<SignerClass, std::int64_t> counts(db::Read& read, PetitionId petition);

// How many wait for staff, under each petition.
std::map<PetitionId, std::int64_t> waiting(db::Read& read);

enum class Changed : unsigned char { no, yes };

// Counts one more mail with its link. no: all that may be sent were.
inline constexpr std::int64_t kMostMails = 5;
Changed count_mail(db::Write& write, EndorsementId id);

// Its address is confirmed: from now on it waits for staff. no: it was not unconfirmed any more.
Changed confirm(db::Write& write, EndorsementId id);

// By the signatory. no: it was withdrawn, declined or taken out before, or is not in the state that was read any more.
Changed withdraw(db::Write& write, const Endorsement& endorsement);

struct Decided {
    State before, after;
    std::string by, reason_en, reason_fr;
};
// no: it is not in the state `before` any more.
Changed decide(db::Write& write, EndorsementId id, const Decided& decided);

// Withdraws it and takes everything about the person and the body out for good, its document too. no: it was not
// withdrawn by this.
Changed erase(db::Write& write, const Endorsement& endorsement);

}  // namespace endorsements::store
