#include "features/supporters/slice.h"

namespace supporters {

ports::StaffEntry staff_entry() {
    return {.label = base::message("People"),
            .path = "staff/people",
            .icon = "users",
            .group = ports::StaffGroup::mail,
            .order = 26,
            .may_see = [](const http::Request& request) {
                return request.staff != nullptr && auth::may(*request.staff, auth::Permission::read_people);
            }};
}

}  // namespace supporters
