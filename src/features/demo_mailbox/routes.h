// features/demo_mailbox/routes.h - the whole surface of this slice.
#pragma once
#include "features/demo_mailbox/handlers.h"
#include "platform/http/router.h"

namespace demo_mailbox {

// The handlers outlive the router.
void add_routes(http::Router& router, const Handlers& handlers);

}  // namespace demo_mailbox
