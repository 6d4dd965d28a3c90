// features/politician_tracker/routes.h - the whole surface of this slice.
#pragma once
#include "features/politician_tracker/handlers.h"
#include "features/politician_tracker/staff_handlers.h"
#include "platform/http/router.h"

namespace politician_tracker {

struct Surface {
    const Handlers& handlers;
    const PeopleHandlers& people;
    const AnswerHandlers& answers;
    const PeriodHandlers& periods;
};
void add_routes(http::Router& router, const Surface& surface);

}  // namespace politician_tracker
