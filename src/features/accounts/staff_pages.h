// features/accounts/staff_pages.h - the pages of staff about themselves: home, own account, team, audit log. Each gives
// the content of <main>.
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "base/problem.h"
#include "features/accounts/account.h"
#include "features/accounts/services.h"
#include "people/level.h"
#include "platform/auth/audit.h"
#include "platform/html/template.h"
#include "platform/i18n/translator.h"
#include "ports/staff_home.h"

namespace accounts::staff_pages {

std::string role_word(i18n::Translator t, auth::Role role);  // "Editor"

// What waits, how it goes, and where to go.
struct HomeLink {
    std::string heading, label, url;  // links of one heading follow each other
};
struct Home {
    std::string name;
    ports::HomeNews news;
    std::vector<HomeLink> links;
};
html::SafeHtml home(i18n::Translator t, const Home& view);

// One's own account -------------------------------------------------------------------------------------------------

struct Account {
    Staff staff;
    std::vector<Session> sessions;
    SessionId current;
    std::int64_t recovery_codes_left;
    std::int64_t passkeys;
    base::Instant now;
    std::optional<ProfileForm> profile{};  // as typed; absent: as stored
    base::Problems problems{};             // of whichever form was sent
};
html::SafeHtml account(i18n::Translator t, const Account& view);

// The secret to type into the app, and the form that proves that it arrived.
struct CodeSetup {
    auth::TotpSecret secret;
    std::string otpauth_uri;
    base::Problems problems{};
};
html::SafeHtml code_setup(i18n::Translator t, const CodeSetup& view);

// Shown once, under what has just begun: "One-time codes are on".
struct RecoveryCodes {
    std::string title;
    const std::vector<std::string>& codes;
};
html::SafeHtml recovery_codes(i18n::Translator t, const RecoveryCodes& view);

// Team --------------------------------------------------------------------------------------------------------------

enum class HasPasskey : unsigned char { no, yes };

struct Member {
    Staff staff;
    std::vector<StoredGrant> grants;
    HasPasskey has_passkey = HasPasskey::no;
};
struct TeamList {
    std::vector<Member> members;
    const people::LevelTree& levels;
    enum class Reach : unsigned char { own_levels, everybody } reach = Reach::own_levels;
};
html::SafeHtml team(i18n::Translator t, const TeamList& list);

// Where this person may give roles: whether everywhere, and at which levels.
struct RolePlaces {
    enum class Everywhere : unsigned char { no, yes } everywhere = Everywhere::no;
    std::vector<people::Level> levels{};
};

struct InvitationPage {
    InvitationForm typed;
    RolePlaces places;
    base::Problems problems{};
};
html::SafeHtml invitation(i18n::Translator t, const InvitationPage& page);

enum class MayManage : unsigned char { no, yes };

struct MemberPage {
    Member member;
    std::vector<Session> sessions;
    const people::LevelTree& levels;
    RolePlaces places;
    MayManage may_manage;
    base::Instant now;
    GrantForm typed{};
    base::Problems problems{};
};
html::SafeHtml member(i18n::Translator t, const MemberPage& page);

// Audit log ---------------------------------------------------------------------------------------------------------

struct AuditLog {
    std::vector<auth::StoredAuditEntry> entries;
    std::vector<Staff> staff;  // to choose from
    const std::vector<ActionWord>& words;
    std::optional<StaffId> chosen_staff{};
    std::string chosen_action{};
    std::optional<auth::AuditId> older{};  // where the next page begins
};
html::SafeHtml audit(i18n::Translator t, const AuditLog& log);

}  // namespace accounts::staff_pages
