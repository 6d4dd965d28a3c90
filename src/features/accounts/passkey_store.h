// features/accounts/passkey_store.h - passkeys and open challenges: all that is read and written of them.
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "features/accounts/passkey.h"
#include "platform/auth/token.h"
#include "platform/db/transaction.h"

namespace accounts {

std::vector<Passkey> passkeys_of(db::Read& read, StaffId staff);  // the oldest first
std::optional<Passkey> find_passkey(db::Read& read, PasskeyId id);
std::optional<Passkey> find_passkey(db::Read& read, const CredentialName& credential);
std::vector<StaffId> staff_with_passkeys(db::Read& read);

struct PasskeyRow {
    StaffId staff;
    std::string name;
};
// Only what a ceremony has verified. nullopt: an account has this credential already.
std::optional<PasskeyId> insert_passkey(db::Write& tx, const PasskeyRow& row, const auth::NewPasskey& passkey);
void rename_passkey(db::Write& tx, PasskeyId id, const std::string& name);
void remove_passkey(db::Write& tx, PasskeyId id);
void remove_passkeys_of(db::Write& tx, StaffId staff);

// Keeps when it was used, its count and whether it is backed up. A count that went back marks it, and the higher one
// stays.
void note_use(db::Write& tx, const Passkey& passkey, const auth::Assertion& assertion);

// Challenges. A new one takes the place of what was open for the same browser and purpose.
struct ChallengeRow {
    auth::Challenge challenge;
    ChallengePurpose purpose;
    auth::TokenHash bound_to;  // of the cookie
    std::string name{};
};
void open_challenge(db::Write& tx, const ChallengeRow& row);
// That is open for this browser and purpose, and not too old.
struct ChallengeQuery {
    ChallengePurpose purpose;
    const auth::TokenHash& bound_to;
    base::Instant now;
};
std::optional<OpenChallenge> find_challenge(db::Read& read, const ChallengeQuery& query);
// Whether it was still open: of two that answer it at once, one is taken.
bool use_challenge(db::Write& tx, ChallengeId id);

std::int64_t sweep_challenges(db::Write& tx);

}  // namespace accounts
