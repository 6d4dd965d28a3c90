// features/letters/routes.h - every address of this slice: method, path, handler, permission, limit.
#pragma once
#include "features/letters/api.h"
#include "features/letters/handlers.h"
#include "features/letters/staff_handlers.h"
#include "platform/http/router.h"

namespace letters {

struct Surface {
    const Handlers& handlers;
    const OwnHandlers& own;
    const StaffHandlers& staff;
    const ApiHandlers& api;
};

void add_routes(http::Router& router, const Surface& surface);

}  // namespace letters
