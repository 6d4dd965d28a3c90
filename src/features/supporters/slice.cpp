#include "features/supporters/slice.h"

#include "ports/acting.h"

namespace supporters {

ports::StaffEntry staff_entry() {
    return {.label = base::message("People"),
            .path = "staff/people",
            .icon = "users",
            .group = ports::StaffGroup::mail,
            .order = 26,
            .may_see = ports::whoever_may(auth::Permission::read_people)};
}

}  // namespace supporters
