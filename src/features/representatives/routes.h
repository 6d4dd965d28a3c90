// features/representatives/routes.h - the whole surface of this slice.
#pragma once
#include "features/representatives/handlers.h"
#include "features/representatives/staff_handlers.h"
#include "platform/http/router.h"

namespace representatives {

struct Surface {
    const Handlers& handlers;
    const OfficeHandlers& offices;
    const SetHandlers& sets;
    const ImportHandlers& imports;
};
void add_routes(http::Router& router, const Surface& surface);

}  // namespace representatives
