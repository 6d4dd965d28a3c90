// features/endorsements/routes.h - the whole surface of this slice.
#pragma once
#include "features/endorsements/handlers.h"
#include "features/endorsements/staff_handlers.h"
#include "platform/http/router.h"

namespace endorsements {

struct Surface {
    const Handlers& handlers;
    const OwnHandlers& own;
    const StaffHandlers& staff;
};
void add_routes(http::Router& router, const Surface& surface);

}  // namespace endorsements
