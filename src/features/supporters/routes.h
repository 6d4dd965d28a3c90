// features/supporters/routes.h - the whole surface of this slice. All of it is for staff.
#pragma once
#include "features/supporters/handlers.h"
#include "platform/http/router.h"

namespace supporters {

// The handlers outlive the router.
struct Surface {
    const ListHandlers& list;
    const PersonHandlers& person;
};

void add_routes(http::Router& router, const Surface& surface);

}  // namespace supporters
