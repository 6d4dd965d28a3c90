// features/segments/routes.h - the whole surface of this slice.
#pragma once
#include "features/segments/handlers.h"
#include "platform/http/router.h"

namespace segments {

void add_routes(http::Router& router, const Handlers& handlers);

}  // namespace segments
