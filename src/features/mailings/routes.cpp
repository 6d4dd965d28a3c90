#include "features/mailings/routes.h"

#include "platform/auth/principal.h"
#include "platform/http/bound.h"

namespace mailings {
namespace {

using auth::Permission;
using http::bound;
using http::Cache;

constexpr std::size_t kWordsLimit = 1024 * 1024;  // bytes of a form with both languages

void add_public_routes(http::Router& router, const Handlers& to) {
    router.get("/{locale}/mails", bound(to, &Handlers::archive),
               {.name = "mailings.archive", .cache = Cache::public_page});
    router.get("/{locale}/mails/copies/{token}/{variant}", bound(to, &Handlers::web_copy),
               {.name = "mailings.web_copy"});
    router.get("/{locale}/mails/feeds/{file}", bound(to, &Handlers::feed), {.name = "mailings.feed"});
    router.get("/{locale}/mails/{mailing}", bound(to, &Handlers::archived),
               {.name = "mailings.archived", .cache = Cache::public_page});
    router.get("/m/{token}", bound(to, &Handlers::follow), {.name = "mailings.follow"});
}

void add_plan_routes(http::Router& router, const PlanHandlers& to) {
    router.get("/{locale}/staff/mailings", bound(to, &PlanHandlers::list),
               {.name = "mailings.list", .permission = Permission::edit_content});
    router.get("/{locale}/staff/mailings/new", bound(to, &PlanHandlers::show_new),
               {.name = "mailings.new", .permission = Permission::edit_content});
    router.post<PlanEdit>("/{locale}/staff/mailings",
                          {.parse = bound(to, &PlanHandlers::read_plan),
                           .apply = bound(to, &PlanHandlers::create),
                           .refuse = bound(to, &PlanHandlers::new_again)},
                          {.name = "mailings.create", .permission = Permission::edit_content});
    router.get("/{locale}/staff/mailings/{mailing}/plan", bound(to, &PlanHandlers::show),
               {.name = "mailings.plan", .permission = Permission::edit_content});
    router.post<PlanEdit>("/{locale}/staff/mailings/{mailing}/plan",
                          {.parse = bound(to, &PlanHandlers::read_plan),
                           .apply = bound(to, &PlanHandlers::change),
                           .refuse = bound(to, &PlanHandlers::show_again)},
                          {.name = "mailings.change", .permission = Permission::edit_content});
    router.post<PlanHandlers::Removal>("/{locale}/staff/mailings/{mailing}/removal",
                                       {.parse = bound(to, &PlanHandlers::read_removal),
                                        .apply = bound(to, &PlanHandlers::remove),
                                        .refuse = bound(to, &PlanHandlers::show_again)},
                                       {.name = "mailings.remove", .permission = Permission::edit_content});
}

void add_writing_routes(http::Router& router, const WriteHandlers& to) {
    router.get("/{locale}/staff/mailings/{mailing}", bound(to, &WriteHandlers::show),
               {.name = "mailings.write", .permission = Permission::edit_content});
    router.post<WordsEdit>(
        "/{locale}/staff/mailings/{mailing}",
        {.parse = bound(to, &WriteHandlers::read_words),
         .apply = bound(to, &WriteHandlers::save),
         .refuse = bound(to, &WriteHandlers::show_again)},
        {.name = "mailings.save", .permission = Permission::edit_content, .body_limit = kWordsLimit});
    router.post<DraftKeeping>(
        "/{locale}/staff/mailings/{mailing}/draft",
        {.parse = bound(to, &WriteHandlers::read_draft), .apply = bound(to, &WriteHandlers::keep_draft)},
        {.name = "mailings.keep_draft", .permission = Permission::edit_content, .body_limit = kWordsLimit});
    router.post<DraftKeeping>(
        "/{locale}/staff/mailings/{mailing}/draft/removal",
        {.parse = bound(to, &WriteHandlers::read_draft), .apply = bound(to, &WriteHandlers::drop_draft)},
        {.name = "mailings.drop_draft", .permission = Permission::edit_content});
    router.get("/{locale}/staff/mailings/{mailing}/versions", bound(to, &WriteHandlers::versions),
               {.name = "mailings.versions", .permission = Permission::edit_content});
}

void add_looking_routes(http::Router& router, const LookHandlers& to) {
    router.get("/{locale}/staff/mailings/{mailing}/preview", bound(to, &LookHandlers::begin),
               {.name = "mailings.preview", .permission = Permission::edit_content});
    router.get("/{locale}/staff/mailings/{mailing}/preview/{view}/{person}", bound(to, &LookHandlers::show),
               {.name = "mailings.look", .permission = Permission::edit_content});
    router.post<TestMail>("/{locale}/staff/mailings/{mailing}/test",
                          {.parse = bound(to, &LookHandlers::read_test), .apply = bound(to, &LookHandlers::test)},
                          {.name = "mailings.test", .permission = Permission::edit_content});
    router.post<TestMail>(
        "/{locale}/staff/mailings/{mailing}/links",
        {.parse = bound(to, &LookHandlers::read_test), .apply = bound(to, &LookHandlers::look_at_links)},
        {.name = "mailings.look_at_links", .permission = Permission::edit_content});
    router.get("/{locale}/staff/mailings/{mailing}/result", bound(to, &LookHandlers::result),
               {.name = "mailings.result", .permission = Permission::edit_content});
}

void add_sender_routes(http::Router& router, const SenderHandlers& to) {
    router.get("/{locale}/staff/mailings/senders", bound(to, &SenderHandlers::begin),
               {.name = "mailings.senders", .permission = Permission::manage_settings});
    router.get("/{locale}/staff/mailings/senders/{level}", bound(to, &SenderHandlers::show),
               {.name = "mailings.sender", .permission = Permission::manage_settings});
    router.post<SenderEdit>("/{locale}/staff/mailings/senders/{level}",
                            {.parse = bound(to, &SenderHandlers::read_sender),
                             .apply = bound(to, &SenderHandlers::save),
                             .refuse = bound(to, &SenderHandlers::show_again)},
                            {.name = "mailings.set_sender", .permission = Permission::manage_settings});
}

}  // namespace

void add_routes(http::Router& router, const Surface& surface) {
    add_public_routes(router, surface.handlers);
    add_plan_routes(router, surface.plans);
    add_writing_routes(router, surface.writing);
    add_looking_routes(router, surface.looking);
    add_sender_routes(router, surface.senders);
}

}  // namespace mailings
