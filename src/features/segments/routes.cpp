#include "features/segments/routes.h"

#include "platform/auth/principal.h"
#include "platform/http/bound.h"

namespace segments {

using auth::Permission;
using http::bound;

void add_routes(http::Router& router, const Handlers& to) {
    router.get("/{locale}/staff/segments", bound(to, &Handlers::list),
               {.name = "segments.list", .permission = Permission::read_people});
    router.get("/{locale}/staff/segments/new", bound(to, &Handlers::show_new),
               {.name = "segments.show_new", .permission = Permission::read_people});
    router.post<MakeSegment>("/{locale}/staff/segments",
                             {.parse = bound(to, &Handlers::read_new),
                              .apply = bound(to, &Handlers::make),
                              .refuse = bound(to, &Handlers::show_new_again)},
                             {.name = "segments.make", .permission = Permission::read_people});
    router.get("/{locale}/staff/segments/{segment}", bound(to, &Handlers::show),
               {.name = "segments.show", .permission = Permission::read_people});
    router.get("/{locale}/staff/segments/{segment}/edit", bound(to, &Handlers::show_form),
               {.name = "segments.show_form", .permission = Permission::read_people});
    router.post<ChangeSegment>("/{locale}/staff/segments/{segment}/edit",
                               {.parse = bound(to, &Handlers::read_change),
                                .apply = bound(to, &Handlers::change),
                                .refuse = bound(to, &Handlers::show_form_again)},
                               {.name = "segments.change", .permission = Permission::read_people});
    router.post<RetireSegment>("/{locale}/staff/segments/{segment}/retirement",
                               {.parse = bound(to, &Handlers::read_retirement), .apply = bound(to, &Handlers::retire)},
                               {.name = "segments.retire", .permission = Permission::read_people});
}

}  // namespace segments
