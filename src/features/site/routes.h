// features/site/routes.h - the whole surface of this slice.
#pragma once
#include "features/site/handlers.h"
#include "features/site/staff_handlers.h"
#include "platform/http/router.h"

namespace site {

// The handlers outlive the router.
struct Surface {
    const Handlers& handlers;
    const StaffHandlers& staff;
};

void add_routes(http::Router& router, const Surface& surface);

}  // namespace site
