#include "features/mosaic/routes.h"

#include "platform/auth/principal.h"
#include "platform/http/bound.h"

namespace mosaic {
namespace {

using auth::Permission;
using http::bound;
using http::Cache;
using http::HandlerThreads;
using http::LimitClass;

void add_public_routes(http::Router& router, const Handlers& to) {
    router.get("/{locale}/mosaic", bound(to, &Handlers::show), {.name = "mosaic.show", .cache = Cache::public_page});
    // Not kept: whoever withdraws is off the list at once.
    router.get("/{locale}/mosaic/list", bound(to, &Handlers::list), {.name = "mosaic.list"});
    router.get("/{locale}/mosaic/poster.pdf", bound(to, &Handlers::poster),
               {.name = "mosaic.poster", .limit = LimitClass::computation, .threads = HandlerThreads::computing});
    router.get("/mosaic/{mosaic}/whole.jpg", bound(to, &Handlers::whole),
               {.name = "mosaic.whole", .threads = HandlerThreads::computing});
    router.get("/mosaic/{mosaic}/{level}/{tile}", bound(to, &Handlers::tile), {.name = "mosaic.tile"});
    router.get("/api/v1/mosaic", bound(to, &Handlers::api), {.name = "mosaic.api"});
    router.get("/api/v1/mosaic/{mosaic}/cells/{cell}", bound(to, &Handlers::api_cell), {.name = "mosaic.api_cell"});
}

void add_staff_routes(http::Router& router, const StaffHandlers& to) {
    const std::string room = "/{locale}/staff/mosaic";
    router.get(room, bound(to, &StaffHandlers::show), {.name = "mosaic.staff", .permission = Permission::edit_content});
    router.post<Beginning>(room,
                           {.parse = bound(to, &StaffHandlers::read_beginning),
                            .apply = bound(to, &StaffHandlers::begin),
                            .refuse = bound(to, &StaffHandlers::show_again)},
                           {.name = "mosaic.begin", .permission = Permission::publish});
    router.post<Removal>(room + "/removal",
                         {.parse = bound(to, &StaffHandlers::read_removal), .apply = bound(to, &StaffHandlers::remove)},
                         {.name = "mosaic.remove", .permission = Permission::publish});
    router.get(room + "/photos.zip", bound(to, &StaffHandlers::photos),
               {.name = "mosaic.photos", .permission = Permission::export_people});
}

}  // namespace

void add_routes(http::Router& router, const Surface& surface) {
    add_public_routes(router, surface.handlers);
    add_staff_routes(router, surface.staff);
}

}  // namespace mosaic
