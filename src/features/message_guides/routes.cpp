#include "features/message_guides/routes.h"

#include "platform/auth/principal.h"
#include "platform/http/bound.h"

namespace message_guides {
namespace {

using auth::Permission;
using http::bound;
using http::Cache;
using http::HandlerThreads;
using http::LimitClass;

constexpr std::size_t kLargestGuide = 512 * 1024;  // bytes of a form with every list full

void add_public_routes(http::Router& router, const Handlers& to) {
    router.get("/{locale}/words", bound(to, &Handlers::list),
               {.name = "message_guides.list", .cache = Cache::public_page});
    router.post<LinkWanted>("/{locale}/words/members",
                            {.parse = bound(to, &Handlers::read_link),
                             .apply = bound(to, &Handlers::send_link),
                             .refuse = bound(to, &Handlers::list_again)},
                            {.name = "message_guides.send_link", .limit = LimitClass::form});
    router.get("/{locale}/words/{slug}", bound(to, &Handlers::show),
               {.name = "message_guides.show", .cache = Cache::public_page});
    router.get("/{locale}/words/{slug}/leaflet.pdf", bound(to, &Handlers::leaflet),
               {.name = "message_guides.leaflet", .threads = HandlerThreads::computing});
    router.get("/{locale}/words/{slug}/card.pdf", bound(to, &Handlers::card),
               {.name = "message_guides.card", .threads = HandlerThreads::computing});
    router.get("/{locale}/words/{slug}/say/{pair}", bound(to, &Handlers::pair),
               {.name = "message_guides.pair", .cache = Cache::public_page});
    router.get("/{locale}/words/{slug}/say/{pair}/share-card.png", bound(to, &Handlers::pair_picture),
               {.name = "message_guides.pair_picture", .cache = Cache::public_page});
}

void add_member_routes(http::Router& router, const MemberHandlers& to) {
    router.get("/{locale}/words/members/{token}", bound(to, &MemberHandlers::list),
               {.name = "message_guides.member_list"});
    router.get("/{locale}/words/members/{token}/{slug}", bound(to, &MemberHandlers::show),
               {.name = "message_guides.member_show"});
    router.get("/{locale}/words/members/{token}/{slug}/leaflet.pdf", bound(to, &MemberHandlers::leaflet),
               {.name = "message_guides.member_leaflet", .threads = HandlerThreads::computing});
    router.get("/{locale}/words/members/{token}/{slug}/card.pdf", bound(to, &MemberHandlers::card),
               {.name = "message_guides.member_card", .threads = HandlerThreads::computing});
}

void add_api_routes(http::Router& router, const ApiHandlers& to) {
    router.get("/api/v1/guides", bound(to, &ApiHandlers::list), {.name = "message_guides.api_list"});
    router.get("/api/v1/guides/{slug}", bound(to, &ApiHandlers::show), {.name = "message_guides.api_show"});
    router.post<UseTold>("/api/v1/guides/{slug}/uses",
                         {.parse = bound(to, &ApiHandlers::read_use), .apply = bound(to, &ApiHandlers::count_use)},
                         {.name = "message_guides.count_use", .limit = LimitClass::computation});
    router.compute_post("/api/v1/guides/check", bound(to, &ApiHandlers::check),
                        {.name = "message_guides.check", .limit = LimitClass::computation});
}

void add_staff_routes(http::Router& router, const StaffHandlers& to) {
    router.get("/{locale}/staff/words", bound(to, &StaffHandlers::list),
               {.name = "message_guides.staff_list", .permission = Permission::edit_content});
    router.get("/{locale}/staff/words/export.json", bound(to, &StaffHandlers::export_all),
               {.name = "message_guides.export", .permission = Permission::edit_content});
    router.get("/{locale}/staff/words/new", bound(to, &StaffHandlers::show_new),
               {.name = "message_guides.new", .permission = Permission::edit_content});
    router.post<NewGuideEdit>("/{locale}/staff/words/new",
                              {.parse = bound(to, &StaffHandlers::read_new),
                               .apply = bound(to, &StaffHandlers::begin),
                               .refuse = bound(to, &StaffHandlers::show_new_again)},
                              {.name = "message_guides.begin", .permission = Permission::edit_content});
    router.get("/{locale}/staff/words/{slug}", bound(to, &StaffHandlers::show),
               {.name = "message_guides.staff_show", .permission = Permission::edit_content});
    router.post<PlaceEdit>("/{locale}/staff/words/{slug}/place",
                           {.parse = bound(to, &StaffHandlers::read_place),
                            .apply = bound(to, &StaffHandlers::move),
                            .refuse = bound(to, &StaffHandlers::show_again)},
                           {.name = "message_guides.move", .permission = Permission::publish});
}

void add_writing_routes(http::Router& router, const StaffHandlers& to) {
    router.get("/{locale}/staff/words/{slug}/text", bound(to, &StaffHandlers::edit),
               {.name = "message_guides.edit", .permission = Permission::edit_content});
    router.post<ContentEdit>(
        "/{locale}/staff/words/{slug}/text",
        {.parse = bound(to, &StaffHandlers::read_content),
         .apply = bound(to, &StaffHandlers::save),
         .refuse = bound(to, &StaffHandlers::edit_again)},
        {.name = "message_guides.save", .permission = Permission::edit_content, .body_limit = kLargestGuide});
    router.get("/{locale}/staff/words/{slug}/versions/{number}", bound(to, &StaffHandlers::version),
               {.name = "message_guides.version", .permission = Permission::edit_content});
    router.post<StepForm>("/{locale}/staff/words/{slug}/versions/{number}/restore",
                          {.parse = bound(to, &StaffHandlers::read_restore),
                           .apply = bound(to, &StaffHandlers::restore),
                           .refuse = bound(to, &StaffHandlers::show_again)},
                          {.name = "message_guides.restore", .permission = Permission::edit_content});
}

void add_step_routes(http::Router& router, const StaffHandlers& to) {
    router.post<StepForm>("/{locale}/staff/words/{slug}/approval-request",
                          {.parse = bound(to, &StaffHandlers::read_step),
                           .apply = bound(to, &StaffHandlers::ask),
                           .refuse = bound(to, &StaffHandlers::show_again)},
                          {.name = "message_guides.ask", .permission = Permission::edit_content});
    router.post<StepForm>("/{locale}/staff/words/{slug}/approval",
                          {.parse = bound(to, &StaffHandlers::read_step),
                           .apply = bound(to, &StaffHandlers::approve),
                           .refuse = bound(to, &StaffHandlers::show_again)},
                          {.name = "message_guides.approve", .permission = Permission::publish});
    router.post<StepForm>("/{locale}/staff/words/{slug}/withdrawal",
                          {.parse = bound(to, &StaffHandlers::read_step),
                           .apply = bound(to, &StaffHandlers::withdraw),
                           .refuse = bound(to, &StaffHandlers::show_again)},
                          {.name = "message_guides.withdraw", .permission = Permission::publish});
}

}  // namespace

void add_routes(http::Router& router, const Surface& surface) {
    add_public_routes(router, surface.handlers);
    add_member_routes(router, surface.members);
    add_api_routes(router, surface.api);
    add_staff_routes(router, surface.staff);
    add_writing_routes(router, surface.staff);
    add_step_routes(router, surface.staff);
}

}  // namespace message_guides
