#include "platform/auth/audit.h"

namespace auth {

Actor actor_of(const Principal& principal, std::string_view request_id) {
    return {principal.id, principal.name, std::string{request_id}};
}

void add_change(std::vector<Change>& changes, std::string_view field, const FieldValues& values) {
    if (values.before == values.after) return;
    changes.push_back({std::string{field}, std::string{values.before}, std::string{values.after}});
}

}  // namespace auth
