// features/newsroom/routes.h - the whole surface of this slice: what readers have, and what staff have.
#pragma once
#include "features/newsroom/public_routes.h"
#include "features/newsroom/staff_routes.h"
#include "platform/http/bound.h"

namespace newsroom {

// The handlers outlive the router.
struct Surface {
    const Handlers& readers;
    StaffSurface staff;
};

inline void add_routes(http::Router& router, const Surface& surface) {
    add_public_routes(router, surface.readers);
    router.get("/documents/{document}/{name}", http::bound(surface.staff.documents, &DocumentHandlers::serve),
               {.name = "newsroom.document"});
    add_staff_routes(router, surface.staff);
}

}  // namespace newsroom
