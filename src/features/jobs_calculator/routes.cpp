#include "features/jobs_calculator/routes.h"

#include "platform/auth/principal.h"
#include "platform/http/bound.h"

namespace jobs_calculator {
namespace {

using auth::Permission;
using http::bound;
using http::Cache;
using http::LimitClass;

// No limit on asking: an answer takes less than the page around it. Pictures take tens of milliseconds.
void add_public_routes(http::Router& router, const Handlers& to) {
    router.get("/{locale}/jobs-lost", bound(to, &Handlers::show),
               {.name = "jobs_calculator.show", .cache = Cache::public_page});
    router.compute("/{locale}/jobs-lost/method", bound(to, &Handlers::method),
                   {.name = "jobs_calculator.method", .cache = Cache::public_page});
    router.compute("/{locale}/jobs-lost/embed", bound(to, &Handlers::embed), {.name = "jobs_calculator.embed"});
    router.compute("/{locale}/jobs-lost/figures.csv", bound(to, &Handlers::figures),
                   {.name = "jobs_calculator.figures"});
    router.compute("/{locale}/jobs-lost/share-card.png", bound(to, &Handlers::share_card),
                   {.name = "jobs_calculator.share_card", .limit = LimitClass::computation});
    router.get("/{locale}/jobs-lost/scenarios", bound(to, &Handlers::list_scenarios),
               {.name = "jobs_calculator.scenarios", .cache = Cache::public_page});
    router.get("/{locale}/jobs-lost/{slug}", bound(to, &Handlers::show_scenario),
               {.name = "jobs_calculator.show_scenario", .cache = Cache::public_page});
    router.get("/{locale}/jobs-lost/{slug}/share-card.png", bound(to, &Handlers::scenario_card),
               {.name = "jobs_calculator.scenario_card", .cache = Cache::public_page});
}

void add_staff_routes(http::Router& router, const StaffHandlers& to) {
    router.get("/{locale}/staff/jobs-lost", bound(to, &StaffHandlers::list),
               {.name = "jobs_calculator.staff_list", .permission = Permission::edit_content});
    router.get("/{locale}/staff/jobs-lost/new", bound(to, &StaffHandlers::show_new),
               {.name = "jobs_calculator.staff_new", .permission = Permission::edit_content});
    router.post<NewScenarioForm>("/{locale}/staff/jobs-lost",
                                 {.parse = bound(to, &StaffHandlers::read_new),
                                  .apply = bound(to, &StaffHandlers::create),
                                  .refuse = bound(to, &StaffHandlers::show_new_again)},
                                 {.name = "jobs_calculator.staff_create", .permission = Permission::edit_content});
    router.get("/{locale}/staff/jobs-lost/{slug}", bound(to, &StaffHandlers::show),
               {.name = "jobs_calculator.staff_show", .permission = Permission::edit_content});
    router.get("/{locale}/staff/jobs-lost/{slug}/text", bound(to, &StaffHandlers::show_text),
               {.name = "jobs_calculator.staff_text", .permission = Permission::edit_content});
    router.post<ScenarioEdit>(
        "/{locale}/staff/jobs-lost/{slug}/text",
        {.parse = bound(to, &StaffHandlers::read_text),
         .apply = bound(to, &StaffHandlers::save_text),
         .refuse = bound(to, &StaffHandlers::show_text_again)},
        {.name = "jobs_calculator.staff_save", .permission = Permission::edit_content, .body_limit = 128 * 1024});
    router.get("/{locale}/staff/jobs-lost/{slug}/preview", bound(to, &StaffHandlers::preview),
               {.name = "jobs_calculator.staff_preview", .permission = Permission::edit_content});
    router.post<ScenarioAct>("/{locale}/staff/jobs-lost/{slug}/publication",
                             {.parse = bound(to, &StaffHandlers::read_act),
                              .apply = bound(to, &StaffHandlers::publish),
                              .refuse = bound(to, &StaffHandlers::show_again)},
                             {.name = "jobs_calculator.staff_publish", .permission = Permission::publish});
    router.post<ScenarioAct>("/{locale}/staff/jobs-lost/{slug}/withdrawal",
                             {.parse = bound(to, &StaffHandlers::read_act),
                              .apply = bound(to, &StaffHandlers::withdraw),
                              .refuse = bound(to, &StaffHandlers::show_again)},
                             {.name = "jobs_calculator.staff_withdraw", .permission = Permission::publish});
    router.post<ScenarioAct>("/{locale}/staff/jobs-lost/{slug}/listing",
                             {.parse = bound(to, &StaffHandlers::read_act),
                              .apply = bound(to, &StaffHandlers::change_listing),
                              .refuse = bound(to, &StaffHandlers::show_again)},
                             {.name = "jobs_calculator.staff_listing", .permission = Permission::publish});
}

}  // namespace

void add_routes(http::Router& router, const Surface& surface) {
    add_public_routes(router, surface.handlers);
    router.compute("/api/v1/jobs-lost", bound(surface.api, &Api::count), {.name = "jobs_calculator.api_count"});
    add_staff_routes(router, surface.staff);
}

}  // namespace jobs_calculator
