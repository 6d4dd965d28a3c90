// features/accounts/store.h - all that this slice reads and writes. Its tables are its own.
#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "features/accounts/account.h"
#include "platform/auth/token.h"
#include "platform/db/transaction.h"

namespace accounts {

// Staff.
std::optional<Staff> find_staff(db::Read& read, StaffId id);
std::optional<Staff> find_staff_by_address(db::Read& read, std::int64_t address_hash);
std::vector<Staff> all_staff(db::Read& read);  // by name

struct StaffRow {
    std::string name;
    base::EmailAddress email;
    std::int64_t address_hash;
    base::Locale locale;
    std::optional<StaffId> created_by;
};
// nullopt: this address has an account.
std::optional<StaffId> insert_staff(db::Write& tx, const StaffRow& row);

void set_profile(db::Write& tx, StaffId staff, const Profile& profile);
void set_password(db::Write& tx, StaffId staff, const auth::PasswordHash& password);
void deactivate(db::Write& tx, StaffId staff, std::optional<StaffId> by);
void reactivate(db::Write& tx, StaffId staff);

// One-time codes. begin_codes keeps a secret that is not asked for yet, confirm_codes asks for it from now on.
void begin_codes(db::Write& tx, StaffId staff, const auth::TotpSecret& secret);
void confirm_codes(db::Write& tx, StaffId staff, std::int64_t step);
void use_code_step(db::Write& tx, StaffId staff, std::int64_t step);
void end_codes(db::Write& tx, StaffId staff);
// Recovery codes stand for one-time codes and passkeys: whoever has neither any more has none.
void drop_idle_recovery_codes(db::Write& tx, StaffId staff);

void replace_recovery_codes(db::Write& tx, StaffId staff, const std::vector<std::int64_t>& code_hashes);
// Whether there was such a code unused; now it is used.
bool use_recovery_code(db::Write& tx, StaffId staff, std::int64_t code_hash);
std::int64_t unused_recovery_codes(db::Read& read, StaffId staff);

// Grants.
std::vector<StoredGrant> grants_of(db::Read& read, StaffId staff);
std::vector<StoredGrant> all_grants(db::Read& read);
void insert_grant(db::Write& tx, StaffId staff, const auth::Grant& grant, std::optional<StaffId> by);
void remove_grant(db::Write& tx, GrantId id);
// Active staff, other than this one, who are owners everywhere and have a password.
std::int64_t count_other_owners(db::Read& read, StaffId staff);

// Sessions.
struct SessionRow {
    StaffId staff;
    auth::TokenHash token;
    SessionState state;
    base::Duration lifetime;
    std::string device, network;
};
SessionId insert_session(db::Write& tx, const SessionRow& row);
std::optional<Session> find_session(db::Read& read, const auth::TokenHash& token);
std::vector<Session> sessions_of(db::Read& read, StaffId staff);  // signed in, last seen first
void touch_session(db::Write& tx, SessionId id);
void end_session(db::Write& tx, SessionId id);
void end_sessions_of(db::Write& tx, StaffId staff, std::optional<SessionId> but);

// Who is signed in by this cookie, if anybody is at that time: two small queries.
struct SignedIn {
    auth::Principal principal;
    base::Instant last_seen_at;
};
std::optional<SignedIn> find_signed_in(db::Read& read, const auth::TokenHash& token, base::Instant now);

// Links.
LinkId insert_link(db::Write& tx, StaffId staff, LinkKind kind, std::optional<StaffId> by);
std::optional<Link> find_link(db::Read& read, LinkId id);
std::optional<Link> newest_link(db::Read& read, StaffId staff);
void use_links_of(db::Write& tx, StaffId staff);  // every unused one

// Wrong passwords.
Failures failures_of(db::Read& read, std::int64_t address_hash);
void count_failure(db::Write& tx, std::int64_t address_hash);
void forget_failures(db::Write& tx, std::int64_t address_hash);

// Drops what nobody can use any more; for a daily job. Returns how many rows went.
std::int64_t sweep(db::Write& tx);

}  // namespace accounts
