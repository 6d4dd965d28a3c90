// features/mail_returns/routes.h - the whole surface of this slice.
#pragma once
#include "features/mail_returns/handlers.h"
#include "platform/http/router.h"

namespace mail_returns {

void add_routes(http::Router& router, const Handlers& handlers);

}  // namespace mail_returns
