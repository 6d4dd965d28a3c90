// features/petition_record/routes.h - the whole surface of this slice.
#pragma once
#include "features/petition_record/handlers.h"
#include "platform/http/router.h"

namespace petition_record {

void add_routes(http::Router& router, const Handlers& to);

}  // namespace petition_record
