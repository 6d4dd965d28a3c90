// features/message_guides/routes.h - the whole surface of this slice.
#pragma once
#include "features/message_guides/handlers.h"
#include "features/message_guides/staff_handlers.h"
#include "platform/http/router.h"

namespace message_guides {

struct Surface {
    const Handlers& handlers;
    const MemberHandlers& members;
    const ApiHandlers& api;
    const StaffHandlers& staff;
};
void add_routes(http::Router& router, const Surface& surface);

}  // namespace message_guides
