// features/voices/routes.h - the whole surface of this slice.
#pragma once
#include "features/voices/handlers.h"
#include "features/voices/staff_handlers.h"
#include "platform/http/router.h"

namespace voices {

struct Surface {
    const Handlers& wall;
    const SendHandlers& sending;
    const OwnHandlers& own;
    const StaffHandlers& staff;
};
void add_routes(http::Router& router, const Surface& surface);

}  // namespace voices
