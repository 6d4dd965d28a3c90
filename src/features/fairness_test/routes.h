// features/fairness_test/routes.h - the whole surface of this slice.
#pragma once
#include "features/fairness_test/handlers.h"
#include "features/fairness_test/staff_handlers.h"
#include "platform/http/router.h"

namespace fairness_test {

// The handlers outlive the router.
struct Surface {
    const Handlers& handlers;
    const StaffHandlers& staff;
};

void add_routes(http::Router& router, const Surface& surface);

}  // namespace fairness_test
