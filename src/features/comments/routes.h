// features/comments/routes.h - the whole surface of this slice.
#pragma once
#include "features/comments/handlers.h"
#include "features/comments/staff_handlers.h"
#include "platform/http/router.h"

namespace comments {

struct Surface {
    const Handlers& handlers;
    const OwnHandlers& own;
    const StaffHandlers& staff;
};
void add_routes(http::Router& router, const Surface& surface);

}  // namespace comments
