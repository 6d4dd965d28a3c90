#include "features/partners/routes.h"

#include "platform/auth/principal.h"
#include "platform/http/bound.h"

namespace partners {
namespace {

using auth::Permission;
using http::bound;

void add_staff_routes(http::Router& router, const Handlers& to) {
    const std::string all = "/{locale}/staff/partners", one = all + "/{partner}";
    router.get(all, bound(to, &Handlers::list), {.name = "partners.list", .permission = Permission::manage_settings});
    router.post<SavePartner>(all,
                             {.parse = bound(to, &Handlers::read_new),
                              .apply = bound(to, &Handlers::create),
                              .refuse = bound(to, &Handlers::list_again)},
                             {.name = "partners.create", .permission = Permission::manage_settings});
    router.get(one, bound(to, &Handlers::show), {.name = "partners.show", .permission = Permission::manage_settings});
    router.post<SavePartner>(one,
                             {.parse = bound(to, &Handlers::read_change),
                              .apply = bound(to, &Handlers::change),
                              .refuse = bound(to, &Handlers::show_again)},
                             {.name = "partners.change", .permission = Permission::manage_settings});
    router.post<PartnerAct>(one + "/pause",
                            {.parse = bound(to, &Handlers::read_act), .apply = bound(to, &Handlers::pause)},
                            {.name = "partners.pause", .permission = Permission::manage_settings});
    router.post<PartnerAct>(one + "/resumption",
                            {.parse = bound(to, &Handlers::read_act), .apply = bound(to, &Handlers::resume)},
                            {.name = "partners.resume", .permission = Permission::manage_settings});
    router.post<PartnerAct>(one + "/exports",
                            {.parse = bound(to, &Handlers::read_act), .apply = bound(to, &Handlers::begin_export)},
                            {.name = "partners.begin_export", .permission = Permission::export_people});
    router.get(one + "/people.csv", bound(to, &Handlers::download_export),
               {.name = "partners.export", .permission = Permission::export_people});
}

}  // namespace

void add_routes(http::Router& router, const Handlers& handlers) {
    add_staff_routes(router, handlers);
    router.post<TakeBack>(
        "/{locale}/signatures/{token}/sharing",
        {.parse = bound(handlers, &Handlers::read_take_back), .apply = bound(handlers, &Handlers::take_back)},
        {.name = "partners.take_back", .limit = http::LimitClass::form});
    router.compute("/embed.js", &Handlers::script, {.name = "partners.script"});
}

}  // namespace partners
