// features/partners/routes.h - the whole surface of this slice. The form itself is the petitions' own.
#pragma once
#include "features/partners/handlers.h"
#include "platform/http/router.h"

namespace partners {

// The handlers outlive the router.
void add_routes(http::Router& router, const Handlers& handlers);

}  // namespace partners
