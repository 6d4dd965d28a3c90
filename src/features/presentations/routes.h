// features/presentations/routes.h - the whole surface of this slice.
#pragma once
#include "features/presentations/champion_handlers.h"
#include "features/presentations/handlers.h"
#include "features/presentations/own_handlers.h"
#include "features/presentations/staff_handlers.h"
#include "platform/http/router.h"

namespace presentations {

struct Surface {
    const Handlers& handlers;
    const HostHandlers& host;
    const OfferHandlers& offers;
    const NameHandlers& names;
    const ChampionHandlers& champions;
    const StaffHandlers& staff;
};
void add_routes(http::Router& router, const Surface& surface);

}  // namespace presentations
