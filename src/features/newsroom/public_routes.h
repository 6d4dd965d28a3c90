// features/newsroom/public_routes.h - every address of the news that readers have.
#pragma once
#include "features/newsroom/handlers.h"
#include "platform/http/router.h"

namespace newsroom {

// The handlers outlive the router.
void add_public_routes(http::Router& router, const Handlers& to);

}  // namespace newsroom
