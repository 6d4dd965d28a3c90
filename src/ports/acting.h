// ports/acting.h - who acts on a staff page, and what they may do where.
//
//     if (!ports::may(write, form.acting.staff, auth::Permission::publish, petition.level)) return http::forbidden();
#pragma once
#include <functional>
#include <string>
#include <vector>

#include "base/level_id.h"
#include "base/locale.h"
#include "people/level.h"
#include "platform/auth/principal.h"
#include "platform/db/transaction.h"
#include "platform/http/request.h"

namespace ports {

// Who acts, in which language they read, in which request: what the form of a staff page carries to the writer.
struct Acting {
    auth::Principal staff;
    base::Locale locale;
    std::string request_id;
};

// Of a route with a permission, where somebody is signed in.
Acting acting(const http::Request& request);

// Whether they may do it at this level, by a role there or at a level above it.
bool may(db::Read& read, const auth::Principal& staff, auth::Permission permission, base::LevelId level);

// Whether somebody is signed in who may do it at some level: for what staff see of a slice before they choose a level.
bool may_somewhere(const http::Request& request, auth::Permission permission);

// The same as a question to be asked later: `.may_see = ports::whoever_may(Permission::publish)`.
std::function<bool(const http::Request&)> whoever_may(auth::Permission permission);

// The levels where the acting person may do it, in the order of their language: for menus and lists.
std::vector<people::Level> levels_for(db::Read& read, const http::Request& request, auth::Permission permission);

}  // namespace ports
