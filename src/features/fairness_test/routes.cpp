#include "features/fairness_test/routes.h"

#include "platform/auth/principal.h"
#include "platform/http/bound.h"

namespace fairness_test {
namespace {

using auth::Permission;
using http::bound;
using http::Cache;
using http::LimitClass;

constexpr auto kComputing = http::HandlerThreads::computing;
constexpr std::size_t kDocumentLimit = 512 * 1024;  // bytes of a form with a text in it

// No limit on asking: a sample answers in milliseconds, and only few questions at once get the whole population.
// Pictures take tens of milliseconds.
void add_public_routes(http::Router& router, const Handlers& to) {
    router.get("/{locale}/fairness-test", bound(to, &Handlers::landing),
               {.name = "fairness_test.landing", .cache = Cache::public_page, .threads = kComputing});
    router.get("/{locale}/fairness-test/yours", bound(to, &Handlers::own),
               {.name = "fairness_test.own", .cache = Cache::public_page, .threads = kComputing});
    router.get("/{locale}/fairness-test/rubric", bound(to, &Handlers::rubric),
               {.name = "fairness_test.rubric", .cache = Cache::public_page});
    router.get("/{locale}/fairness-test/method", bound(to, &Handlers::method),
               {.name = "fairness_test.method", .cache = Cache::public_page, .threads = kComputing});
    router.get("/{locale}/fairness-test/{slug}", bound(to, &Handlers::show),
               {.name = "fairness_test.show", .cache = Cache::public_page, .threads = kComputing});
    router.get("/{locale}/fairness-test/{slug}/figures.csv", bound(to, &Handlers::figures),
               {.name = "fairness_test.figures", .threads = kComputing});
    router.get("/{locale}/fairness-test/{slug}/share-card.png", bound(to, &Handlers::share_card),
               {.name = "fairness_test.share_card",
                .cache = Cache::public_page,
                .limit = LimitClass::computation,
                .threads = kComputing});
    router.get("/{locale}/fairness-test/{slug}/embed", bound(to, &Handlers::embed),
               {.name = "fairness_test.embed", .cache = Cache::public_page, .threads = kComputing});
    router.get("/api/v1/fairness-test/{slug}", bound(to, &Handlers::json),
               {.name = "fairness_test.api", .threads = kComputing});
}

void add_budget_routes(http::Router& router, const StaffHandlers& to) {
    router.get("/{locale}/staff/fairness-test", bound(to, &StaffHandlers::list),
               {.name = "fairness_test.staff_list", .permission = Permission::edit_content});
    router.get("/{locale}/staff/fairness-test/new", bound(to, &StaffHandlers::show_new),
               {.name = "fairness_test.staff_new", .permission = Permission::edit_content});
    router.post<BudgetForm>(
        "/{locale}/staff/fairness-test",
        {.parse = bound(to, &StaffHandlers::read_budget_form),
         .apply = bound(to, &StaffHandlers::create),
         .refuse = bound(to, &StaffHandlers::show_new_again)},
        {.name = "fairness_test.staff_create", .permission = Permission::edit_content, .body_limit = kDocumentLimit});
    router.get("/{locale}/staff/fairness-test/{slug}", bound(to, &StaffHandlers::show),
               {.name = "fairness_test.staff_show", .permission = Permission::edit_content});
    router.post<BudgetForm>(
        "/{locale}/staff/fairness-test/{slug}",
        {.parse = bound(to, &StaffHandlers::read_budget_form),
         .apply = bound(to, &StaffHandlers::save),
         .refuse = bound(to, &StaffHandlers::show_again)},
        {.name = "fairness_test.staff_save", .permission = Permission::edit_content, .body_limit = kDocumentLimit});
    router.post<StaffAct>("/{locale}/staff/fairness-test/{slug}/publication",
                          {.parse = bound(to, &StaffHandlers::read_act),
                           .apply = bound(to, &StaffHandlers::publish),
                           .refuse = bound(to, &StaffHandlers::show_again)},
                          {.name = "fairness_test.staff_publish", .permission = Permission::publish});
    router.post<StaffAct>("/{locale}/staff/fairness-test/{slug}/withdrawal",
                          {.parse = bound(to, &StaffHandlers::read_act),
                           .apply = bound(to, &StaffHandlers::withdraw),
                           .refuse = bound(to, &StaffHandlers::show_again)},
                          {.name = "fairness_test.staff_withdraw", .permission = Permission::publish});
}

void add_rubric_routes(http::Router& router, const StaffHandlers& to) {
    router.get("/{locale}/staff/fairness-test/rubric", bound(to, &StaffHandlers::show_rubric),
               {.name = "fairness_test.staff_rubric", .permission = Permission::manage_settings});
    router.post<RubricForm>("/{locale}/staff/fairness-test/rubric",
                            {.parse = bound(to, &StaffHandlers::read_rubric_form),
                             .apply = bound(to, &StaffHandlers::save_rubric),
                             .refuse = bound(to, &StaffHandlers::show_rubric_again)},
                            {.name = "fairness_test.staff_save_rubric",
                             .permission = Permission::manage_settings,
                             .body_limit = kDocumentLimit});
    router.post<StaffAct>("/{locale}/staff/fairness-test/rubric/declaration",
                          {.parse = bound(to, &StaffHandlers::read_declaration),
                           .apply = bound(to, &StaffHandlers::declare),
                           .refuse = bound(to, &StaffHandlers::show_rubric_again)},
                          {.name = "fairness_test.staff_declare", .permission = Permission::manage_settings});
}

}  // namespace

void add_routes(http::Router& router, const Surface& surface) {
    add_public_routes(router, surface.handlers);
    add_budget_routes(router, surface.staff);
    add_rubric_routes(router, surface.staff);
}

}  // namespace fairness_test
