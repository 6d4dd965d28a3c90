// features/privacy/routes.h - the whole surface of this slice.
#pragma once
#include "features/privacy/handlers.h"
#include "features/privacy/staff_handlers.h"
#include "platform/http/router.h"

namespace privacy {

// The handlers outlive the router.
struct Surface {
    const Handlers& handlers;
    const StaffHandlers& staff;
};

void add_routes(http::Router& router, const Surface& surface);

}  // namespace privacy
