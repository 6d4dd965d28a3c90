// features/fraud_guard/routes.h - the whole surface: method, address, handler, permission.
#pragma once
#include "features/fraud_guard/handlers.h"
#include "platform/http/router.h"

namespace fraud_guard {

void add_routes(http::Router& router, const Handlers& to);

}  // namespace fraud_guard
