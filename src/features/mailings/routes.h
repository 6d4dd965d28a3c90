// features/mailings/routes.h - the whole surface of this slice.
#pragma once
#include "features/mailings/handlers.h"
#include "features/mailings/staff_handlers.h"
#include "platform/http/router.h"

namespace mailings {

struct Surface {
    const Handlers& handlers;
    const PlanHandlers& plans;
    const WriteHandlers& writing;
    const LookHandlers& looking;
    const SenderHandlers& senders;
};
void add_routes(http::Router& router, const Surface& surface);

}  // namespace mailings
