// features/delivery/routes.h - the whole surface of this slice.
#pragma once
#include "features/delivery/handlers.h"
#include "features/delivery/staff_handlers.h"
#include "platform/http/router.h"

namespace delivery {

// The handlers outlive the router.
struct Surface {
    const Handlers& handlers;
    const RecordHandlers& records;
    const PaperHandlers& paper;
    const ParliamentHandlers& parliaments;
};

void add_routes(http::Router& router, const Surface& surface);

}  // namespace delivery
