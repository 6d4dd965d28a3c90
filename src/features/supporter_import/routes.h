// features/supporter_import/routes.h - the whole surface of this slice. All of it is for staff.
#pragma once
#include "features/supporter_import/handlers.h"
#include "platform/http/router.h"

namespace supporter_import {

// The handlers outlive the router.
void add_routes(http::Router& router, const Handlers& handlers);

}  // namespace supporter_import
