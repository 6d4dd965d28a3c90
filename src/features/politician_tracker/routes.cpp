#include "features/politician_tracker/routes.h"

#include "platform/auth/principal.h"
#include "platform/http/bound.h"

namespace politician_tracker {
namespace {

using auth::Permission;
using http::bound;
using http::Cache;
using http::LimitClass;

void add_public_routes(http::Router& router, const Handlers& to) {
    router.get("/{locale}/petitions/{slug}/politicians", bound(to, &Handlers::list),
               {.name = "politician_tracker.list", .cache = Cache::public_page});
    router.get("/{locale}/petitions/{slug}/politicians/{politician}", bound(to, &Handlers::show),
               {.name = "politician_tracker.show", .cache = Cache::public_page});
    router.post<Asking>("/{locale}/petitions/{slug}/politicians/{politician}/askings",
                        {.parse = bound(to, &Handlers::read_asking),
                         .apply = bound(to, &Handlers::ask),
                         .refuse = bound(to, &Handlers::show_again)},
                        {.name = "politician_tracker.ask", .limit = LimitClass::form});
    router.get("/api/v1/petitions/{slug}/politicians", bound(to, &Handlers::api), {.name = "politician_tracker.api"});
}

void add_people_routes(http::Router& router, const PeopleHandlers& to) {
    router.get("/{locale}/staff/politicians", bound(to, &PeopleHandlers::list),
               {.name = "politician_tracker.staff_people", .permission = Permission::publish});
    router.post<KeepPerson>("/{locale}/staff/politicians",
                            {.parse = bound(to, &PeopleHandlers::read_person),
                             .apply = bound(to, &PeopleHandlers::keep),
                             .refuse = bound(to, &PeopleHandlers::show_again)},
                            {.name = "politician_tracker.staff_keep", .permission = Permission::publish});
    router.post<KeepRows>(
        "/{locale}/staff/politicians/rows",
        {.parse = bound(to, &PeopleHandlers::read_rows),
         .apply = bound(to, &PeopleHandlers::keep_rows),
         .refuse = bound(to, &PeopleHandlers::show_again)},
        {.name = "politician_tracker.staff_rows", .permission = Permission::publish, .body_limit = 2 * 1024 * 1024});
    router.post<Leaving>("/{locale}/staff/politicians/{politician}/leaving",
                         {.parse = bound(to, &PeopleHandlers::read_leaving),
                          .apply = bound(to, &PeopleHandlers::leave),
                          .refuse = bound(to, &PeopleHandlers::show_again)},
                         {.name = "politician_tracker.staff_leave", .permission = Permission::publish});
}

void add_answer_routes(http::Router& router, const AnswerHandlers& to) {
    router.get("/{locale}/staff/petitions/{slug}/politicians", bound(to, &AnswerHandlers::room),
               {.name = "politician_tracker.staff_room", .permission = Permission::publish});
    router.get("/{locale}/staff/petitions/{slug}/politicians/{politician}", bound(to, &AnswerHandlers::show),
               {.name = "politician_tracker.staff_answer", .permission = Permission::publish});
    router.post<KeepAnswer>("/{locale}/staff/petitions/{slug}/politicians/{politician}",
                            {.parse = bound(to, &AnswerHandlers::read_answer),
                             .apply = bound(to, &AnswerHandlers::keep),
                             .refuse = bound(to, &AnswerHandlers::show_again)},
                            {.name = "politician_tracker.staff_keep_answer", .permission = Permission::publish});
}

void add_period_routes(http::Router& router, const PeriodHandlers& to) {
    router.get("/{locale}/staff/election-periods", bound(to, &PeriodHandlers::show),
               {.name = "politician_tracker.staff_periods", .permission = Permission::manage_settings});
    router.post<BeginPeriod>("/{locale}/staff/election-periods",
                             {.parse = bound(to, &PeriodHandlers::read_begin),
                              .apply = bound(to, &PeriodHandlers::begin),
                              .refuse = bound(to, &PeriodHandlers::show_again)},
                             {.name = "politician_tracker.staff_begin", .permission = Permission::manage_settings});
    router.post<EndPeriod>("/{locale}/staff/election-periods/{period}/end",
                           {.parse = bound(to, &PeriodHandlers::read_end),
                            .apply = bound(to, &PeriodHandlers::end),
                            .refuse = bound(to, &PeriodHandlers::show_again)},
                           {.name = "politician_tracker.staff_end", .permission = Permission::manage_settings});
}

}  // namespace

void add_routes(http::Router& router, const Surface& surface) {
    add_public_routes(router, surface.handlers);
    add_people_routes(router, surface.people);
    add_answer_routes(router, surface.answers);
    add_period_routes(router, surface.periods);
}

}  // namespace politician_tracker
