// platform/auth/principal.h - who is signed in, and what they may do where.
//
//     if (!auth::may(*request.staff, auth::Permission::publish, level_and_ancestors)) return http::forbidden();
#pragma once
#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/email_address.h"
#include "base/id.h"
#include "base/level_id.h"

namespace auth {

using StaffId = base::Id<struct StaffTag>;
using SessionId = base::Id<struct SessionTag>;

// Stored as these numbers.
enum class Role : int { owner = 1, editor = 2, moderator = 3, analyst = 4 };
inline constexpr std::array kRoles{Role::owner, Role::editor, Role::moderator, Role::analyst};

// "owner", "editor", "moderator", "analyst": for forms, commands and the audit log; pages translate their own words.
std::string_view name(Role role);
std::optional<Role> role_of(std::string_view name);

enum class Permission : int {
    edit_content,     // write and translate pages and petitions, preview them
    publish,          // publish, close, withdraw content
    moderate,         // judge what the public sent: names, comments, pictures
    read_people,      // see signatures and people by name and address
    export_people,    // take them out of the house as a file
    manage_staff,     // invite, change roles, deactivate, end sessions
    manage_settings,  // levels, colours, domains, keys
    read_audit,       // who did what
    read_mail_demo,   // the demo mailbox of an installation that sends no mail
    see_staff_pages,  // the staff home and one's own account: everybody who is signed in
};
inline constexpr int kPermissionCount = 10;

// The permissions of a role: the one table of rights.
bool gives(Role role, Permission permission);

// A role at a level and all levels below it; without a level everywhere.
struct Grant {
    Role role;
    std::optional<base::LevelId> level;
    bool operator==(const Grant&) const = default;
};

struct Principal {
    StaffId id;
    std::string name;
    base::EmailAddress email;
    std::vector<Grant> grants;
    SessionId session;  // by which they are signed in
};

// Whether they may do it at some level: for menus and routes. A handler then asks about the level.
bool may(const Principal& principal, Permission permission);

// Whether they may do it at this level: it first, then its parent, up to the root. Empty: only those who may
// everywhere.
bool may(const Principal& principal, Permission permission, std::span<const base::LevelId> level_and_ancestors);

// The same for grants that no principal holds yet.
bool may(std::span<const Grant> grants, Permission permission, std::span<const base::LevelId> level_and_ancestors);

// For Permission queries by SQL: nullopt when they may everywhere, else the levels where a grant gives it (those below
// them are the caller's to add).
std::optional<std::vector<base::LevelId>> levels_of(const Principal& principal, Permission permission);

}  // namespace auth
