// features/accounts/team_handlers_parts.h - what the two files of team_handlers.h share. Included by them only.
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "base/whole_number.h"
#include "features/accounts/pages.h"
#include "features/accounts/team_handlers.h"
#include "platform/auth/audit.h"

namespace accounts {

inline constexpr auto kNotYours = base::message("You can only give roles at levels where you are an owner.");

template <class Identity>
std::optional<Identity> id_of(const http::Request& request, std::string_view parameter) {
    return base::id_from<Identity>(request.parameters.view(parameter));
}

inline std::string member_path(base::Locale locale, StaffId id) {
    return pages::staff_path(locale, "team/" + std::to_string(id.value));
}

// "editor" or "editor, 17": as the audit log keeps a grant.
inline std::string text_of(const auth::Grant& grant) {
    std::string text{auth::name(grant.role)};
    return grant.level ? text + ", level " + std::to_string(grant.level->value) : text;
}

struct Deed {
    std::string action;
    std::optional<base::LevelId> level{};
    std::vector<auth::Change> changes{};
};
inline void record(db::Write& write, const Acting& acting, const Staff& subject, Deed deed) {
    auth::record(write, {.actor = auth::actor_of(acting.staff, acting.request_id),
                         .action = std::move(deed.action),
                         .subject = {"staff", subject.id.value, subject.name},
                         .level = deed.level,
                         .changes = std::move(deed.changes)});
}

}  // namespace accounts
