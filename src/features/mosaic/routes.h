// features/mosaic/routes.h - the whole surface of the slice.
#pragma once
#include "features/mosaic/handlers.h"
#include "features/mosaic/staff_handlers.h"
#include "platform/http/router.h"

namespace mosaic {

struct Surface {
    const Handlers& handlers;
    const StaffHandlers& staff;
};
void add_routes(http::Router& router, const Surface& surface);

}  // namespace mosaic
