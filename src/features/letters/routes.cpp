#include "features/letters/routes.h"

#include "platform/auth/principal.h"
#include "platform/http/bound.h"

namespace letters {
namespace {

using auth::Permission;
using http::bound;
using http::Cache;
using http::LimitClass;

constexpr std::size_t kLargestEditor = 256 * 1024;  // bytes: every text in both languages, as a form

void add_public_routes(http::Router& router, const Handlers& to) {
    router.get("/{locale}/letters", bound(to, &Handlers::list), {.name = "letters.list", .cache = Cache::public_page});
    router.get("/{locale}/letters/{slug}", bound(to, &Handlers::show),
               {.name = "letters.show", .cache = Cache::public_page});
    router.get("/{locale}/letters/{slug}/write", bound(to, &Handlers::write_page), {.name = "letters.write"});
    router.post<LetterOrder>("/{locale}/letters/{slug}/write",
                             {.parse = bound(to, &Handlers::read_letter),
                              .apply = bound(to, &Handlers::take_letter),
                              .refuse = bound(to, &Handlers::show_again)},
                             {.name = "letters.take", .limit = LimitClass::form});
    router.get("/{locale}/letters/{slug}/sent", bound(to, &Handlers::sent), {.name = "letters.sent"});
    router.get("/{locale}/letters/{slug}/call", bound(to, &Handlers::call_page), {.name = "letters.call"});
    router.post<CallReport>("/{locale}/letters/{slug}/call",
                            {.parse = bound(to, &Handlers::read_call), .apply = bound(to, &Handlers::count_call)},
                            {.name = "letters.count_call", .limit = LimitClass::form});
    router.post<CallReport>("/{locale}/letters/{slug}/posted",
                            {.parse = bound(to, &Handlers::read_posted), .apply = bound(to, &Handlers::count_posted)},
                            {.name = "letters.count_posted", .limit = LimitClass::form});
}

void add_own_routes(http::Router& router, const OwnHandlers& to) {
    router.get("/{locale}/letters/own/{token}", bound(to, &OwnHandlers::show), {.name = "letters.own"});
    router.post<OwnAct>("/{locale}/letters/own/{token}/confirmation",
                        {.parse = bound(to, &OwnHandlers::read_act),
                         .apply = bound(to, &OwnHandlers::confirm),
                         .refuse = bound(to, &OwnHandlers::show_again)},
                        {.name = "letters.confirm", .limit = LimitClass::form});
    router.post<OwnAct>("/{locale}/letters/own/{token}/withdrawal",
                        {.parse = bound(to, &OwnHandlers::read_act),
                         .apply = bound(to, &OwnHandlers::withdraw),
                         .refuse = bound(to, &OwnHandlers::show_again)},
                        {.name = "letters.withdraw", .limit = LimitClass::form});
}

void add_api_routes(http::Router& router, const ApiHandlers& to) {
    router.get("/api/v1/letters", bound(to, &ApiHandlers::list), {.name = "letters.api_list"});
    router.get("/api/v1/letters/{slug}", bound(to, &ApiHandlers::show), {.name = "letters.api_show"});
    router.compute_post("/api/v1/letter-likeness", bound(to, &ApiHandlers::likeness),
                        {.name = "letters.likeness", .limit = LimitClass::computation});
}

void add_writing_routes(http::Router& router, const StaffHandlers& to) {
    router.get("/{locale}/staff/letters", bound(to, &StaffHandlers::list),
               {.name = "letters.staff_list", .permission = Permission::edit_content});
    router.get("/{locale}/staff/letters/new", bound(to, &StaffHandlers::show_new),
               {.name = "letters.new", .permission = Permission::edit_content});
    router.post<NewCampaignEdit>("/{locale}/staff/letters/new",
                                 {.parse = bound(to, &StaffHandlers::read_new),
                                  .apply = bound(to, &StaffHandlers::create),
                                  .refuse = bound(to, &StaffHandlers::show_new_again)},
                                 {.name = "letters.create", .permission = Permission::edit_content});
    router.get("/{locale}/staff/letters/{slug}", bound(to, &StaffHandlers::show),
               {.name = "letters.staff_show", .permission = Permission::edit_content});
    router.get("/{locale}/staff/letters/{slug}/letters.csv", bound(to, &StaffHandlers::export_csv),
               {.name = "letters.export", .permission = Permission::export_people});
    router.get("/{locale}/staff/letters/{slug}/text", bound(to, &StaffHandlers::edit),
               {.name = "letters.edit", .permission = Permission::edit_content});
    router.post<CampaignEdit>(
        "/{locale}/staff/letters/{slug}/text",
        {.parse = bound(to, &StaffHandlers::read_edit),
         .apply = bound(to, &StaffHandlers::save),
         .refuse = bound(to, &StaffHandlers::edit_again)},
        {.name = "letters.save", .permission = Permission::edit_content, .body_limit = kLargestEditor});
}

using Step = http::WriteResult (StaffHandlers::*)(const CampaignAct&, db::Write&) const;
struct StepRoute {
    std::string name, path;
    Permission permission;
    Step step;
};

void add_step_routes(http::Router& router, const StaffHandlers& to) {
    const StepRoute steps[] = {{"letters.publish", "publication", Permission::publish, &StaffHandlers::publish},
                               {"letters.pause", "pause", Permission::publish, &StaffHandlers::pause},
                               {"letters.resume", "resumption", Permission::publish, &StaffHandlers::resume},
                               {"letters.stop", "stop", Permission::publish, &StaffHandlers::stop},
                               {"letters.resend", "resending", Permission::publish, &StaffHandlers::resend},
                               {"letters.release", "release", Permission::moderate, &StaffHandlers::release},
                               {"letters.refuse", "refusal", Permission::moderate, &StaffHandlers::refuse}};
    for (const StepRoute& each : steps)
        router.post<CampaignAct>("/{locale}/staff/letters/{slug}/" + each.path,
                                 {.parse = bound(to, &StaffHandlers::read_act),
                                  .apply = bound(to, each.step),
                                  .refuse = bound(to, &StaffHandlers::show_again)},
                                 {.name = each.name, .permission = each.permission});
}

}  // namespace

void add_routes(http::Router& router, const Surface& surface) {
    add_public_routes(router, surface.handlers);
    add_own_routes(router, surface.own);
    add_api_routes(router, surface.api);
    add_writing_routes(router, surface.staff);
    add_step_routes(router, surface.staff);
}

}  // namespace letters
