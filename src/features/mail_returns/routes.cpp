#include "features/mail_returns/routes.h"

#include "platform/auth/principal.h"
#include "platform/http/bound.h"

namespace mail_returns {

using auth::Permission;
using http::bound;

void add_routes(http::Router& router, const Handlers& to) {
    router.get("/{locale}/staff/returns", bound(to, &Handlers::show),
               {.name = "mail_returns.show", .permission = Permission::read_people});
    router.post<SuppressionAct>("/{locale}/staff/returns/suppressions",
                                {.parse = bound(to, &Handlers::read_suppression),
                                 .apply = bound(to, &Handlers::suppress),
                                 .refuse = bound(to, &Handlers::show_again)},
                                {.name = "mail_returns.suppress", .permission = Permission::read_people});
    router.post<SuppressionAct>("/{locale}/staff/returns/suppressions/lifting",
                                {.parse = bound(to, &Handlers::read_suppression),
                                 .apply = bound(to, &Handlers::lift),
                                 .refuse = bound(to, &Handlers::show_again)},
                                {.name = "mail_returns.lift", .permission = Permission::read_people});
    router.get("/{locale}/staff/returns/mails/{mail}", bound(to, &Handlers::show_mail),
               {.name = "mail_returns.mail", .permission = Permission::read_people});
    router.compute("/{locale}/staff/returns/domain", bound(to, &Handlers::domain),
                   {.name = "mail_returns.domain", .permission = Permission::manage_settings});
}

}  // namespace mail_returns
