// features/jobs_calculator/routes.h - the whole surface of this slice.
#pragma once
#include "features/jobs_calculator/api.h"
#include "features/jobs_calculator/handlers.h"
#include "features/jobs_calculator/staff_handlers.h"
#include "platform/http/router.h"

namespace jobs_calculator {

// The handlers outlive the router.
struct Surface {
    const Handlers& handlers;
    const StaffHandlers& staff;
    const Api& api;
};

void add_routes(http::Router& router, const Surface& surface);

}  // namespace jobs_calculator
