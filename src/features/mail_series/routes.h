// features/mail_series/routes.h - the whole surface of this slice.
#pragma once
#include "features/mail_series/handlers.h"
#include "platform/http/router.h"

namespace mail_series {

void add_routes(http::Router& router, const Handlers& handlers);

}  // namespace mail_series
