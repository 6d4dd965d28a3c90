#include "ports/acting.h"

#include "base/check.h"
#include "people/store.h"

namespace ports {

Acting acting(const http::Request& request) {
    CHECK(request.staff != nullptr);
    return {*request.staff, request.locale, request.request_id};
}

bool may(db::Read& read, const auth::Principal& staff, auth::Permission permission, base::LevelId level) {
    return auth::may(staff, permission, people::levels(read).ids_with_ancestors(level));
}

bool may_somewhere(const http::Request& request, auth::Permission permission) {
    return request.staff != nullptr && auth::may(*request.staff, permission);
}

std::function<bool(const http::Request&)> whoever_may(auth::Permission permission) {
    return [permission](const http::Request& request) { return may_somewhere(request, permission); };
}

std::vector<people::Level> levels_for(db::Read& read, const http::Request& request, auth::Permission permission) {
    const auto tree = people::levels(read);
    std::vector<people::Level> allowed;
    for (const people::Level* level : tree.sorted(request.locale))
        if (auth::may(*request.staff, permission, tree.ids_with_ancestors(level->id))) allowed.push_back(*level);
    return allowed;
}

}  // namespace ports
