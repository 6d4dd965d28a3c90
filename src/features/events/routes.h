// features/events/routes.h - the whole surface of this slice.
#pragma once
#include "features/events/handlers.h"
#include "features/events/staff_handlers.h"
#include "platform/http/router.h"

namespace events {

void add_routes(http::Router& router, const Handlers& handlers, const StaffHandlers& staff);

}  // namespace events
