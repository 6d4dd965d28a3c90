#include "features/mail_series/routes.h"

#include "platform/auth/principal.h"
#include "platform/http/bound.h"

namespace mail_series {

using auth::Permission;
using http::bound;

void add_routes(http::Router& router, const Handlers& to) {
    router.get("/{locale}/staff/series", bound(to, &Handlers::list),
               {.name = "mail_series.list", .permission = Permission::publish});
    router.get("/{locale}/staff/series/new", bound(to, &Handlers::show_new),
               {.name = "mail_series.show_new", .permission = Permission::publish});
    router.post<KeepSeries>("/{locale}/staff/series",
                            {.parse = bound(to, &Handlers::read_form),
                             .apply = bound(to, &Handlers::keep),
                             .refuse = bound(to, &Handlers::show_again)},
                            {.name = "mail_series.make", .permission = Permission::publish});
    router.get("/{locale}/staff/series/{series}", bound(to, &Handlers::show),
               {.name = "mail_series.show", .permission = Permission::publish});
    router.post<KeepSeries>("/{locale}/staff/series/{series}",
                            {.parse = bound(to, &Handlers::read_form),
                             .apply = bound(to, &Handlers::keep),
                             .refuse = bound(to, &Handlers::show_again)},
                            {.name = "mail_series.change", .permission = Permission::publish});
    router.post<SwitchSeries>("/{locale}/staff/series/{series}/on",
                              {.parse = bound(to, &Handlers::read_switch), .apply = bound(to, &Handlers::switch_on)},
                              {.name = "mail_series.switch_on", .permission = Permission::publish});
    router.post<SwitchSeries>("/{locale}/staff/series/{series}/off",
                              {.parse = bound(to, &Handlers::read_switch), .apply = bound(to, &Handlers::switch_off)},
                              {.name = "mail_series.switch_off", .permission = Permission::publish});
}

}  // namespace mail_series
