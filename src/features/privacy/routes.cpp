#include "features/privacy/routes.h"

#include "platform/auth/principal.h"
#include "platform/http/bound.h"

namespace privacy {
namespace {

using auth::Permission;
using http::bound;
using http::Cache;
using http::LimitClass;

void add_own_routes(http::Router& router, const Handlers& to) {
    const std::string all = "/{locale}/my-data";
    const std::string own = all + "/{token}";
    router.get(all, bound(to, &Handlers::show_request), {.name = "privacy.request", .cache = Cache::public_page});
    router.post<Access>(all,
                        {.parse = bound(to, &Handlers::read_request),
                         .apply = bound(to, &Handlers::send_link),
                         .refuse = bound(to, &Handlers::show_request_again)},
                        {.name = "privacy.send_link", .limit = LimitClass::form});
    router.get(all + "/sent", bound(to, &Handlers::sent), {.name = "privacy.sent", .cache = Cache::public_page});
    router.get(all + "/erased", bound(to, &Handlers::erased), {.name = "privacy.erased", .cache = Cache::public_page});
    router.get(own, bound(to, &Handlers::show), {.name = "privacy.my_data"});
    router.get(own + "/export.json", bound(to, &Handlers::download), {.name = "privacy.export"});
    router.post<CorrectionAct>(own + "/correction",
                               {.parse = bound(to, &Handlers::read_correction),
                                .apply = bound(to, &Handlers::correct),
                                .refuse = bound(to, &Handlers::show_again)},
                               {.name = "privacy.correct", .limit = LimitClass::form});
    router.post<OwnAct>(own + "/withdrawal",
                        {.parse = bound(to, &Handlers::read_act),
                         .apply = bound(to, &Handlers::withdraw),
                         .refuse = bound(to, &Handlers::show_again)},
                        {.name = "privacy.withdraw", .limit = LimitClass::form});
    router.get(own + "/erasure", bound(to, &Handlers::show_erasure), {.name = "privacy.show_erasure"});
    router.post<OwnAct>(own + "/erasure",
                        {.parse = bound(to, &Handlers::read_erasure),
                         .apply = bound(to, &Handlers::erase),
                         .refuse = bound(to, &Handlers::show_erasure_again)},
                        {.name = "privacy.erase", .limit = LimitClass::form});
}

void add_staff_routes(http::Router& router, const StaffHandlers& to) {
    const std::string all = "/{locale}/staff/privacy";
    const std::string incidents = all + "/incidents";
    const auto named = [](const std::string& name) {
        return http::RouteOptions{.name = "privacy." + name, .permission = Permission::manage_settings};
    };
    router.get(all, bound(to, &StaffHandlers::overview), named("staff"));
    router.post<DaysAct>(all + "/rules/{rule}",
                         {.parse = bound(to, &StaffHandlers::read_days),
                          .apply = bound(to, &StaffHandlers::choose_days),
                          .refuse = bound(to, &StaffHandlers::overview_again)},
                         named("choose_days"));
    router.post<OfficerAct>(all + "/officer",
                            {.parse = bound(to, &StaffHandlers::read_officer_form),
                             .apply = bound(to, &StaffHandlers::name_officer),
                             .refuse = bound(to, &StaffHandlers::overview_again)},
                            named("name_officer"));
    router.get(incidents, bound(to, &StaffHandlers::incidents), named("incidents"));
    router.get(incidents + "/new", bound(to, &StaffHandlers::show_new), named("new_incident"));
    router.get(incidents + "/register.csv", bound(to, &StaffHandlers::register_file), named("register"));
    router.post<IncidentAct>(incidents,
                             {.parse = bound(to, &StaffHandlers::read_new),
                              .apply = bound(to, &StaffHandlers::record),
                              .refuse = bound(to, &StaffHandlers::show_new_again)},
                             named("record_incident"));
    router.get(incidents + "/{incident}", bound(to, &StaffHandlers::show), named("incident"));
    router.post<NoteAct>(incidents + "/{incident}/notes",
                         {.parse = bound(to, &StaffHandlers::read_note),
                          .apply = bound(to, &StaffHandlers::add_note),
                          .refuse = bound(to, &StaffHandlers::show_again)},
                         named("follow_incident"));
}

}  // namespace

void add_routes(http::Router& router, const Surface& surface) {
    add_own_routes(router, surface.handlers);
    add_staff_routes(router, surface.staff);
}

}  // namespace privacy
