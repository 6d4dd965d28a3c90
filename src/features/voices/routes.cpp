#include "features/voices/routes.h"

#include "platform/auth/principal.h"
#include "platform/http/bound.h"

namespace voices {
namespace {

using auth::Permission;
using http::bound;
using http::Cache;
using http::HandlerThreads;
using http::LimitClass;

constexpr std::size_t kUploadLimit = 31 * 1024 * 1024;  // bytes: a picture of 30 megabytes and its words

void add_wall_routes(http::Router& router, const Handlers& to) {
    router.get("/{locale}/voices", bound(to, &Handlers::wall), {.name = "voices.wall", .cache = Cache::public_page});
    router.get("/{locale}/voices/how", bound(to, &Handlers::how), {.name = "voices.how", .cache = Cache::public_page});
    router.get("/{locale}/voices/embed", bound(to, &Handlers::embed), {.name = "voices.embed"});
    // Not kept: whoever withdraws is gone at once.
    router.get("/{locale}/voices/{voice}", bound(to, &Handlers::show), {.name = "voices.show"});
    router.get("/{locale}/voices/{voice}/share-card.png", bound(to, &Handlers::share_card),
               {.name = "voices.share_card"});
    router.post<Report>("/{locale}/voices/{voice}/report",
                        {.parse = bound(to, &Handlers::read_report), .apply = bound(to, &Handlers::report)},
                        {.name = "voices.report", .limit = LimitClass::form});
    router.get("/voices/{file}", bound(to, &Handlers::serve), {.name = "voices.serve"});
    router.get("/api/v1/voices", bound(to, &Handlers::api), {.name = "voices.api"});
    router.get("/api/v1/voices/{voice}", bound(to, &Handlers::api_one), {.name = "voices.api_one"});
}

void add_sending_routes(http::Router& router, const SendHandlers& to) {
    router.get("/{locale}/voices/new", bound(to, &SendHandlers::show),
               {.name = "voices.form", .cache = Cache::public_page});
    router.post<NewSending>("/{locale}/voices/new",
                            {.parse = bound(to, &SendHandlers::read_form),
                             .apply = bound(to, &SendHandlers::send),
                             .refuse = bound(to, &SendHandlers::show_again)},
                            {.name = "voices.send",
                             .body_limit = kUploadLimit,
                             .limit = LimitClass::form,
                             .threads = HandlerThreads::computing});
    router.post<KeptUpload>("/{locale}/voices/uploads",
                            {.parse = bound(to, &SendHandlers::read_upload),
                             .apply = bound(to, &SendHandlers::upload),
                             .refuse = bound(to, &SendHandlers::refuse_upload)},
                            {.name = "voices.upload",
                             .body_limit = kUploadLimit,
                             .limit = LimitClass::form,
                             .threads = HandlerThreads::computing});
    router.get("/{locale}/voices/sent", bound(to, &SendHandlers::sent),
               {.name = "voices.sent", .cache = Cache::public_page});
}

// The mailed link leads to a page; only its buttons, which POST, change anything. Mail scanners open links.
void add_own_routes(http::Router& router, const OwnHandlers& to) {
    const std::string own = "/{locale}/voices/mine/{token}";
    router.get(own, bound(to, &OwnHandlers::show), {.name = "voices.own"});
    router.get(own + "/photo", bound(to, &OwnHandlers::photo), {.name = "voices.own_photo"});
    router.post<OwnAct>(own + "/confirmation",
                        {.parse = bound(to, &OwnHandlers::read_act),
                         .apply = bound(to, &OwnHandlers::confirm),
                         .refuse = bound(to, &OwnHandlers::show_again)},
                        {.name = "voices.confirm", .limit = LimitClass::form});
    router.post<OwnAct>(own + "/withdrawal",
                        {.parse = bound(to, &OwnHandlers::read_act),
                         .apply = bound(to, &OwnHandlers::withdraw),
                         .refuse = bound(to, &OwnHandlers::show_again)},
                        {.name = "voices.withdraw", .limit = LimitClass::form});
    router.post<OwnAct>(own + "/photo",
                        {.parse = bound(to, &OwnHandlers::read_photo),
                         .apply = bound(to, &OwnHandlers::replace),
                         .refuse = bound(to, &OwnHandlers::show_again)},
                        {.name = "voices.replace",
                         .body_limit = kUploadLimit,
                         .limit = LimitClass::form,
                         .threads = HandlerThreads::computing});
}

void add_staff_routes(http::Router& router, const StaffHandlers& to) {
    const std::string queue = "/{locale}/staff/voices";
    router.get(queue, bound(to, &StaffHandlers::show), {.name = "voices.queue", .permission = Permission::moderate});
    router.post<QueueForm>(queue,
                           {.parse = bound(to, &StaffHandlers::read_form), .apply = bound(to, &StaffHandlers::decide)},
                           {.name = "voices.decide", .permission = Permission::moderate});
    router.post<UndoForm>(queue + "/undo",
                          {.parse = bound(to, &StaffHandlers::read_undo), .apply = bound(to, &StaffHandlers::undo)},
                          {.name = "voices.undo", .permission = Permission::moderate});
    router.post<SettingsForm>(
        queue + "/settings",
        {.parse = bound(to, &StaffHandlers::read_settings), .apply = bound(to, &StaffHandlers::save_settings)},
        {.name = "voices.settings", .permission = Permission::manage_settings});
    router.get(queue + "/log", bound(to, &StaffHandlers::log),
               {.name = "voices.log", .permission = Permission::moderate});
    router.get(queue + "/{voice}/photo", bound(to, &StaffHandlers::photo),
               {.name = "voices.staff_photo", .permission = Permission::moderate});
}

}  // namespace

void add_routes(http::Router& router, const Surface& surface) {
    add_wall_routes(router, surface.wall);
    add_sending_routes(router, surface.sending);
    add_own_routes(router, surface.own);
    add_staff_routes(router, surface.staff);
}

}  // namespace voices
