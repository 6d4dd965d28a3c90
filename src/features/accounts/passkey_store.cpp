#include "features/accounts/passkey_store.h"

#include <algorithm>

namespace accounts {
namespace {

Passkey passkey_of(const db::Row& row) {
    return {.id = row.as<PasskeyId>(0),
            .staff = row.as<StaffId>(1),
            .credential = {row.as<std::string>(2)},
            .public_key = row.as<db::Blob>(3).bytes,
            .sign_count = row.as<std::uint32_t>(4),
            .name = row.as<std::string>(5),
            .is_backed_up = row.as<int>(6) != 0,
            .created_at = row.as<base::Instant>(7),
            .last_used_at = row.as<std::optional<base::Instant>>(8),
            .cloned_at = row.as<std::optional<base::Instant>>(9)};
}

const db::Query<Passkey(StaffId)> kPasskeysOf{
    "select id, staff_id, credential_id, public_key, sign_count, name, is_backed_up, created_at, last_used_at, "
    "cloned_at from staff_passkey where staff_id = $1 order by id",
    passkey_of};
const db::Query<Passkey(PasskeyId)> kPasskey{
    "select id, staff_id, credential_id, public_key, sign_count, name, is_backed_up, created_at, last_used_at, "
    "cloned_at from staff_passkey where id = $1",
    passkey_of};
const db::Query<Passkey(std::string)> kPasskeyByCredential{
    "select id, staff_id, credential_id, public_key, sign_count, name, is_backed_up, created_at, last_used_at, "
    "cloned_at from staff_passkey where credential_id = $1",
    passkey_of};
const db::Query<StaffId()> kStaffWithPasskeys{"select distinct staff_id from staff_passkey order by staff_id",
                                              db::columns<StaffId, StaffId>};

const db::Command<PasskeyId(PasskeyId, StaffId, std::string, db::Blob, std::uint32_t, std::string, int, base::Instant)>
    kInsertPasskey{
        "insert into staff_passkey (id, staff_id, credential_id, public_key, sign_count, name, is_backed_up, "
        "created_at) values ($1, $2, $3, $4, $5, $6, $7, $8) on conflict (credential_id) do nothing returning id",
        db::columns<PasskeyId, PasskeyId>};
const db::Command<void(PasskeyId, std::string)> kRenamePasskey{"update staff_passkey set name = $2 where id = $1"};
const db::Command<void(PasskeyId)> kRemovePasskey{"delete from staff_passkey where id = $1"};
const db::Command<void(StaffId)> kRemovePasskeysOf{"delete from staff_passkey where staff_id = $1"};
const db::Command<void(PasskeyId, base::Instant, std::uint32_t, int, std::optional<base::Instant>)> kNoteUse{
    "update staff_passkey set last_used_at = $2, sign_count = $3, is_backed_up = $4, cloned_at = $5 where id = $1"};

const db::Command<void(std::string, ChallengePurpose)> kCloseChallenges{
    "delete from passkey_challenge where bound_to = $1 and purpose = $2"};
const db::Command<void(ChallengeId, std::string, ChallengePurpose, std::string, std::string, base::Instant)>
    kOpenChallenge{
        "insert into passkey_challenge (id, challenge, purpose, bound_to, name, expires_at) "
        "values ($1, $2, $3, $4, $5, $6)"};
const db::Query<OpenChallenge(std::string, ChallengePurpose, base::Instant)> kChallenge{
    "select id, challenge, purpose, name, expires_at from passkey_challenge "
    "where bound_to = $1 and purpose = $2 and expires_at > $3",
    [](const db::Row& row) {
        return OpenChallenge{row.as<ChallengeId>(0),
                             {row.as<std::string>(1)},
                             row.as<ChallengePurpose>(2),
                             row.as<std::string>(3),
                             row.as<base::Instant>(4)};
    }};
const db::Command<void(ChallengeId)> kUseChallenge{"delete from passkey_challenge where id = $1"};
const db::Command<void(base::Instant)> kSweepChallenges{"delete from passkey_challenge where expires_at <= $1"};

}  // namespace

std::vector<Passkey> passkeys_of(db::Read& read, StaffId staff) { return read.all(kPasskeysOf, staff); }

std::optional<Passkey> find_passkey(db::Read& read, PasskeyId id) { return read.one(kPasskey, id); }

std::optional<Passkey> find_passkey(db::Read& read, const CredentialName& credential) {
    return read.one(kPasskeyByCredential, credential.text);
}

std::vector<StaffId> staff_with_passkeys(db::Read& read) { return read.all(kStaffWithPasskeys); }

std::optional<PasskeyId> insert_passkey(db::Write& tx, const PasskeyRow& row, const auth::NewPasskey& passkey) {
    return tx.run(kInsertPasskey, tx.new_id<PasskeyId>(), row.staff, name_of(passkey).text,
                  db::Blob{passkey.key().cose()}, passkey.sign_count(), row.name, passkey.is_backed_up() ? 1 : 0,
                  tx.now());
}

void rename_passkey(db::Write& tx, PasskeyId id, const std::string& name) { tx.run(kRenamePasskey, id, name); }

void remove_passkey(db::Write& tx, PasskeyId id) { tx.run(kRemovePasskey, id); }

void remove_passkeys_of(db::Write& tx, StaffId staff) { tx.run(kRemovePasskeysOf, staff); }

void note_use(db::Write& tx, const Passkey& passkey, const auth::Assertion& assertion) {
    const bool is_cloned = auth::seems_cloned({.stored = passkey.sign_count, .sent = assertion.sign_count()});
    tx.run(kNoteUse, passkey.id, tx.now(), std::max(passkey.sign_count, assertion.sign_count()),
           assertion.is_backed_up() ? 1 : 0, is_cloned ? std::optional{tx.now()} : passkey.cloned_at);
}

void open_challenge(db::Write& tx, const ChallengeRow& row) {
    tx.run(kCloseChallenges, row.bound_to.text, row.purpose);
    tx.run(kOpenChallenge, tx.new_id<ChallengeId>(), row.challenge.text, row.purpose, row.bound_to.text, row.name,
           tx.now() + kChallengeLimit);
}

std::optional<OpenChallenge> find_challenge(db::Read& read, const ChallengeQuery& query) {
    return read.one(kChallenge, query.bound_to.text, query.purpose, query.now);
}

bool use_challenge(db::Write& tx, ChallengeId id) { return tx.run(kUseChallenge, id) == 1; }

std::int64_t sweep_challenges(db::Write& tx) { return tx.run(kSweepChallenges, tx.now()); }

}  // namespace accounts
