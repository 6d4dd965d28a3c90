// features/champions/routes.h - the whole surface of the slice.
#pragma once
#include "features/champions/application_handlers.h"
#include "features/champions/handlers.h"
#include "features/champions/own_handlers.h"
#include "features/champions/staff_handlers.h"
#include "platform/http/router.h"

namespace champions {

struct Surface {
    const Handlers& handlers;
    const ApplicationHandlers& applications;
    const OwnHandlers& own;
    const TimesHandlers& times;
    const CalendarHandlers& calendars;
    const ProfileHandlers& profiles;
    const StaffHandlers& staff;
};

// The handlers outlive the router.
void add_routes(http::Router& router, const Surface& surface);

}  // namespace champions
