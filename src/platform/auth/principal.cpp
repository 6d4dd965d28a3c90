#include "platform/auth/principal.h"

#include <algorithm>

#include "base/check.h"

namespace auth {
namespace {

constexpr bool kYes = true, kNo = false;

struct Rights {
    Permission permission;
    bool owner, editor, moderator, analyst;
};

// Who may do what. Analysts see numbers and content, never a name.
// clang-format off
constexpr std::array<Rights, kPermissionCount> kRights{{
    //                            owner  editor  moderator  analyst
    {Permission::edit_content,    kYes,  kYes,   kNo,       kNo},
    {Permission::publish,         kYes,  kYes,   kNo,       kNo},
    {Permission::moderate,        kYes,  kYes,   kYes,      kNo},
    {Permission::read_people,     kYes,  kYes,   kYes,      kNo},
    {Permission::export_people,   kYes,  kNo,    kNo,       kNo},
    {Permission::manage_staff,    kYes,  kNo,    kNo,       kNo},
    {Permission::manage_settings, kYes,  kNo,    kNo,       kNo},
    {Permission::read_audit,      kYes,  kNo,    kNo,       kNo},
    {Permission::read_mail_demo,  kYes,  kYes,   kYes,      kYes},
    {Permission::see_staff_pages, kYes,  kYes,   kYes,      kYes},
}};
// clang-format on

constexpr bool rows_stand_in_order() {
    for (int i = 0; i < kPermissionCount; ++i)
        if (static_cast<int>(kRights[static_cast<std::size_t>(i)].permission) != i) return false;
    return true;
}
static_assert(rows_stand_in_order());

bool covers(const Grant& grant, std::span<const base::LevelId> level_and_ancestors) {
    return !grant.level || std::ranges::find(level_and_ancestors, *grant.level) != level_and_ancestors.end();
}

}  // namespace

std::string_view name(Role role) {
    switch (role) {
        case Role::owner:
            return "owner";
        case Role::editor:
            return "editor";
        case Role::moderator:
            return "moderator";
        case Role::analyst:
            return "analyst";
    }
    return "unknown";
}

std::optional<Role> role_of(std::string_view text) {
    for (const Role role : kRoles)
        if (name(role) == text) return role;
    return std::nullopt;
}

// A number that no version of this program stored gives nothing.
bool gives(Role role, Permission permission) {
    const auto place = static_cast<std::size_t>(permission);
    CHECK(place < kRights.size());
    const Rights& rights = kRights[place];
    switch (role) {
        case Role::owner:
            return rights.owner;
        case Role::editor:
            return rights.editor;
        case Role::moderator:
            return rights.moderator;
        case Role::analyst:
            return rights.analyst;
    }
    return false;
}

bool may(const Principal& principal, Permission permission) {
    return std::ranges::any_of(principal.grants, [&](const Grant& grant) { return gives(grant.role, permission); });
}

bool may(const Principal& principal, Permission permission, std::span<const base::LevelId> level_and_ancestors) {
    return may(std::span<const Grant>{principal.grants}, permission, level_and_ancestors);
}

bool may(std::span<const Grant> grants, Permission permission, std::span<const base::LevelId> level_and_ancestors) {
    return std::ranges::any_of(grants, [&](const Grant& grant) {
        return gives(grant.role, permission) && covers(grant, level_and_ancestors);
    });
}

std::optional<std::vector<base::LevelId>> levels_of(const Principal& principal, Permission permission) {
    std::vector<base::LevelId> levels;
    for (const Grant& grant : principal.grants) {
        if (!gives(grant.role, permission)) continue;
        if (!grant.level) return std::nullopt;
        levels.push_back(*grant.level);
    }
    return levels;
}

}  // namespace auth
