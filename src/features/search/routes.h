// features/search/routes.h - the whole surface of this slice.
#pragma once
#include "features/search/handlers.h"
#include "platform/http/router.h"

namespace search {

// The handlers outlive the router.
void add_routes(http::Router& router, const Handlers& handlers);

}  // namespace search
