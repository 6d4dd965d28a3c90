// features/count_proof/routes.h - the whole surface of the verifiable count.
#pragma once
#include "features/count_proof/api.h"
#include "features/count_proof/handlers.h"
#include "platform/http/router.h"

namespace count_proof {

// Both outlive the router.
void add_routes(http::Router& router, const Handlers& handlers, const Api& api);

}  // namespace count_proof
