// features/pictures/routes.h - the whole surface of this slice on one screen.
#pragma once
#include "features/pictures/handlers.h"
#include "platform/http/router.h"

namespace pictures {

void add_routes(http::Router& router, const Handlers& to);

}  // namespace pictures
