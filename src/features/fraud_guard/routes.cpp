#include "features/fraud_guard/routes.h"

#include "platform/auth/principal.h"
#include "platform/http/bound.h"

namespace fraud_guard {

using auth::Permission;
using http::bound;

void add_routes(http::Router& router, const Handlers& to) {
    router.compute("/api/v1/sign-on-puzzle", bound(to, &Handlers::puzzle), {.name = "fraud_guard.puzzle"});
    router.get("/{locale}/staff/fraud", bound(to, &Handlers::overview),
               {.name = "fraud_guard.overview", .permission = Permission::moderate});
    router.post<SettingsForm>("/{locale}/staff/fraud/pressure",
                              {.parse = bound(to, &Handlers::read_pressure),
                               .apply = bound(to, &Handlers::save_settings),
                               .refuse = bound(to, &Handlers::overview_again)},
                              {.name = "fraud_guard.set_pressure", .permission = Permission::manage_settings});
    router.get("/{locale}/staff/fraud/rules", bound(to, &Handlers::rules),
               {.name = "fraud_guard.rules", .permission = Permission::moderate});
    router.post<SettingsForm>("/{locale}/staff/fraud/rules",
                              {.parse = bound(to, &Handlers::read_rules),
                               .apply = bound(to, &Handlers::save_settings),
                               .refuse = bound(to, &Handlers::rules_again)},
                              {.name = "fraud_guard.set_rules", .permission = Permission::manage_settings});
    router.get("/{locale}/staff/fraud/lists", bound(to, &Handlers::lists),
               {.name = "fraud_guard.lists", .permission = Permission::moderate});
    router.post<EntryForm>("/{locale}/staff/fraud/lists",
                           {.parse = bound(to, &Handlers::read_entry),
                            .apply = bound(to, &Handlers::add_entry),
                            .refuse = bound(to, &Handlers::lists_again)},
                           {.name = "fraud_guard.list", .permission = Permission::moderate});
    router.post<EndForm>("/{locale}/staff/fraud/lists/{id}/ending",
                         {.parse = bound(to, &Handlers::read_end), .apply = bound(to, &Handlers::end_entry)},
                         {.name = "fraud_guard.unlist", .permission = Permission::moderate});
}

}  // namespace fraud_guard
