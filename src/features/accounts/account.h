// features/accounts/account.h - staff, how they sign in, and the rules of it. No database, no clock.
#pragma once
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/email_address.h"
#include "base/instant.h"
#include "base/locale.h"
#include "base/problem.h"
#include "base/result.h"
#include "people/level.h"
#include "platform/auth/password.h"
#include "platform/auth/principal.h"
#include "platform/auth/totp.h"
#include "platform/runtime/random.h"

namespace accounts {

using auth::SessionId;
using auth::StaffId;
using GrantId = base::Id<struct StaffGrantTag>;
using LinkId = base::Id<struct StaffLinkTag>;

struct Staff {
    StaffId id;
    std::string name;
    base::EmailAddress email;
    base::Locale locale;
    std::optional<auth::PasswordHash> password;  // absent until the invitation was followed
    base::Instant created_at;
    std::optional<base::Instant> deactivated_at;
    std::optional<auth::TotpSecret> code_secret;
    std::optional<base::Instant> codes_since;  // present: a one-time code is asked for
    std::int64_t last_code_step = 0;

    bool is_active() const { return !deactivated_at; }
    bool asks_for_code() const { return code_secret && codes_since; }
};

struct StoredGrant {
    GrantId id;
    StaffId staff;
    auth::Grant grant;
};

// Sessions ---------------------------------------------------------------------------------------------------------

// Stored as these numbers.
enum class SessionState : unsigned char { signed_in = 0, awaits_code = 1 };

struct Session {
    SessionId id;
    StaffId staff;
    SessionState state;
    base::Instant created_at;
    base::Instant last_seen_at;
    base::Instant expires_at;
    std::string device;
    std::string network;
};

inline constexpr base::Duration kIdleLimit = base::hours(12);
inline constexpr base::Duration kSessionLimit = base::days(14);
inline constexpr base::Duration kCodeLimit = base::minutes(10);     // from the password to the code
inline constexpr base::Duration kSeenPrecision = base::minutes(5);  // last_seen_at is written no more often

// Whether it still stands for somebody: neither too old nor too long unused.
bool is_alive(const Session& session, base::Instant now);

// "Firefox, Linux" of a User-Agent; "" when it says neither. Enough to know one's own devices, no fingerprint.
std::string device_of(std::string_view user_agent);

// Links ------------------------------------------------------------------------------------------------------------

// Stored as these numbers.
enum class LinkKind : unsigned char { invitation = 1, forgotten = 2 };

struct Link {
    LinkId id;
    StaffId staff;
    LinkKind kind;
    base::Instant created_at;
    base::Instant expires_at;
    std::optional<base::Instant> used_at;
};

constexpr base::Duration lifetime_of(LinkKind kind) {
    return kind == LinkKind::invitation ? base::days(7) : base::hours(1);
}

bool is_usable(const Link& link, base::Instant now);

// Wrong passwords --------------------------------------------------------------------------------------------------

struct Failures {
    std::int64_t count = 0;
    base::Instant last_at{};
};

// How long after the last of so many wrong passwords the next is looked at: at once for the first four, then one
// minute, doubled with each up to fifteen. A day of peace forgets them.
base::Duration wait_after(std::int64_t failures);
bool must_wait(const Failures& failures, base::Instant now);
bool are_forgotten(const Failures& failures, base::Instant now);

// Recovery codes ---------------------------------------------------------------------------------------------------

inline constexpr std::size_t kRecoveryCodes = 10;

// Ten codes of 12 letters and digits (60 bits), "ABCD-EFGH-2345".
std::vector<std::string> new_recovery_codes(runtime::Random& random);
// As it is hashed: without blanks, hyphens and case.
std::string normal_recovery_code(std::string_view typed);

// Rights over staff ------------------------------------------------------------------------------------------------

// The level and its ancestors as auth::may wants them; none for a grant that holds everywhere.
std::vector<base::LevelId> chain_of(const people::LevelTree& levels, std::optional<base::LevelId> level);

// Whether the manager may give or take this role there: manage_staff at that level or above it.
bool may_grant(const auth::Principal& manager, const auth::Grant& grant, const people::LevelTree& levels);

// Whether the manager may change somebody with these grants: each of them is one the manager could give.
bool may_manage(const auth::Principal& manager, std::span<const StoredGrant> grants, const people::LevelTree& levels);

// Whether the manager may know of somebody with these grants: one of them is one the manager could give. Who owns the
// campaign everywhere knows of everybody, also of those who have no role left.
bool may_see(const auth::Principal& manager, std::span<const StoredGrant> grants, const people::LevelTree& levels);

// An owner everywhere: one of those of whom there must always be one.
bool is_owner_everywhere(const auth::Grant& grant);

// Forms ------------------------------------------------------------------------------------------------------------

// One's own name and language, as typed and as understood.
struct ProfileForm {
    std::string name, locale;
};
struct Profile {
    std::string name;
    base::Locale locale;  // of the mails they get
};
base::Result<Profile, base::Problems> read_profile(const ProfileForm& form);

struct InvitationForm {
    std::string name, email, role, level, locale;
};
struct Invitation {
    std::string name;
    base::EmailAddress email;
    auth::Grant grant;
    base::Locale locale;
};
// role: a name of auth::Role. level: a slug, or "" for everywhere. locale: "en" or "fr".
base::Result<Invitation, base::Problems> read_invitation(const InvitationForm& form, const people::LevelTree& levels);

// A role and a level slug.
struct GrantForm {
    std::string role, level;
};
base::Result<auth::Grant, base::Problems> read_grant(const GrantForm& form, const people::LevelTree& levels);

// A password that is being chosen, twice.
struct NewPassword {
    std::string password, again;
};
base::Problems problems_of(const NewPassword& typed, const base::EmailAddress& owner);

// Where to go after signing in: `next` when it is a staff page of ours, else the staff home.
std::string safe_next(std::string_view next, base::Locale locale);

}  // namespace accounts
