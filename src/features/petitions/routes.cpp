#include "features/petitions/routes.h"

#include "platform/auth/principal.h"

namespace petitions {
namespace {

using auth::Permission;
using http::Cache;
using http::LimitClass;

// Binds a member function to the handlers it belongs to.
template <class Object, class Member>
auto call(const Object& object, Member member) {
    return [&object, member](auto&&... arguments) { return (object.*member)(arguments...); };
}

// Sign-ons of one mailbox go to one writer.
std::size_t partition_of(const SignOn& sign_on) { return static_cast<std::size_t>(sign_on.address_hash); }

void add_public_routes(http::Router& router, const Handlers& to) {
    router.get("/{locale}/petitions/{slug}", call(to, &Handlers::show),
               {.name = "petitions.show", .cache = Cache::public_page});
    router.post_batch<SignOn, SignOutcome>("/{locale}/petitions/{slug}/signatures",
                                           {.parse = call(to, &Handlers::read_sign_on),
                                            .apply_all = &Handlers::sign_all,
                                            .respond = &Handlers::answer_sign_on,
                                            .refuse = call(to, &Handlers::show_again),
                                            .partition = partition_of},
                                           {.name = "petitions.sign", .limit = LimitClass::sign_on});
    router.get("/{locale}/petitions/{slug}/thank-you", call(to, &Handlers::thank_you),
               {.name = "petitions.thank_you", .cache = Cache::public_page});
    router.get("/{locale}/petitions/{slug}/confirmed", call(to, &Handlers::confirmed),
               {.name = "petitions.confirmed", .cache = Cache::public_page});
    router.get("/{locale}/petitions/{slug}/share-card.png", call(to, &Handlers::share_card),
               {.name = "petitions.share_card", .cache = Cache::public_page});
}

// The mailed link leads to a page; only its buttons, which POST, change anything. Mail scanners open links.
void add_own_signature_routes(http::Router& router, const Handlers& to) {
    router.get("/{locale}/signatures/{token}", call(to, &Handlers::own_signature), {.name = "petitions.own"});
    router.post<OwnAct>("/{locale}/signatures/{token}/confirmation",
                        {.parse = call(to, &Handlers::read_own_act),
                         .apply = call(to, &Handlers::confirm),
                         .refuse = call(to, &Handlers::show_own_again)},
                        {.name = "petitions.confirm", .limit = LimitClass::form});
    router.post<OwnAct>("/{locale}/signatures/{token}/withdrawal",
                        {.parse = call(to, &Handlers::read_own_act),
                         .apply = call(to, &Handlers::withdraw),
                         .refuse = call(to, &Handlers::show_own_again)},
                        {.name = "petitions.withdraw", .limit = LimitClass::form});
    router.post<OwnAct>("/{locale}/signatures/{token}/denial",
                        {.parse = call(to, &Handlers::read_own_act),
                         .apply = call(to, &Handlers::withdraw),
                         .refuse = call(to, &Handlers::show_own_again)},
                        {.name = "petitions.deny", .limit = LimitClass::form});
}

void add_api_routes(http::Router& router, const Api& to) {
    router.post_batch<SignOn, SignOutcome>("/api/v1/petitions/{slug}/signatures",
                                           {.parse = call(to, &Api::read_sign_on),
                                            .apply_all = &Handlers::sign_all,
                                            .respond = &Api::answer_sign_on,
                                            .partition = partition_of},
                                           {.name = "petitions.api_sign", .limit = LimitClass::sign_on});
    router.get("/api/v1/petitions/{slug}/count", call(to, &Api::count), {.name = "petitions.api_count"});
    router.stream("/api/v1/petitions/{slug}/count/stream", call(to, &Api::count_stream),
                  {.name = "petitions.api_count_stream"});
}

void add_staff_routes(http::Router& router, const StaffHandlers& to) {
    router.get("/{locale}/staff/petitions", call(to, &StaffHandlers::list),
               {.name = "petitions.staff_list", .permission = Permission::edit_content});
    router.get("/{locale}/staff/petitions/new", call(to, &StaffHandlers::show_new),
               {.name = "petitions.staff_new", .permission = Permission::edit_content});
    router.post<NewPetition>("/{locale}/staff/petitions",
                             {.parse = call(to, &StaffHandlers::read_new),
                              .apply = call(to, &StaffHandlers::create),
                              .refuse = call(to, &StaffHandlers::show_new_again)},
                             {.name = "petitions.staff_create", .permission = Permission::edit_content});
    router.get("/{locale}/staff/petitions/{slug}", call(to, &StaffHandlers::show),
               {.name = "petitions.staff_show", .permission = Permission::edit_content});
    router.get("/{locale}/staff/petitions/{slug}/text", call(to, &StaffHandlers::show_texts),
               {.name = "petitions.staff_texts", .permission = Permission::edit_content});
    router.post<TextEdit>(
        "/{locale}/staff/petitions/{slug}/text",
        {.parse = call(to, &StaffHandlers::read_texts),
         .apply = call(to, &StaffHandlers::save_texts),
         .refuse = call(to, &StaffHandlers::show_texts_again)},
        {.name = "petitions.staff_save_texts", .permission = Permission::edit_content, .body_limit = 256 * 1024});
    router.get("/{locale}/staff/petitions/{slug}/preview", call(to, &StaffHandlers::preview),
               {.name = "petitions.staff_preview", .permission = Permission::edit_content});
    router.post<StaffAct>("/{locale}/staff/petitions/{slug}/publication",
                          {.parse = call(to, &StaffHandlers::read_act),
                           .apply = call(to, &StaffHandlers::publish),
                           .refuse = call(to, &StaffHandlers::show_again)},
                          {.name = "petitions.staff_publish", .permission = Permission::publish});
    router.post<StaffAct>("/{locale}/staff/petitions/{slug}/closing",
                          {.parse = call(to, &StaffHandlers::read_act),
                           .apply = call(to, &StaffHandlers::close),
                           .refuse = call(to, &StaffHandlers::show_again)},
                          {.name = "petitions.staff_close", .permission = Permission::publish});
    router.post<StaffAct>("/{locale}/staff/petitions/{slug}/reopening",
                          {.parse = call(to, &StaffHandlers::read_act),
                           .apply = call(to, &StaffHandlers::reopen),
                           .refuse = call(to, &StaffHandlers::show_again)},
                          {.name = "petitions.staff_reopen", .permission = Permission::publish});
    router.get("/{locale}/staff/petitions/{slug}/signatures", call(to, &StaffHandlers::signatures),
               {.name = "petitions.staff_signatures", .permission = Permission::read_people});
    router.post<StaffAct>("/{locale}/staff/petitions/{slug}/exports",
                          {.parse = call(to, &StaffHandlers::read_act),
                           .apply = call(to, &StaffHandlers::begin_export),
                           .refuse = call(to, &StaffHandlers::show_again)},
                          {.name = "petitions.staff_begin_export", .permission = Permission::export_people});
    router.get("/{locale}/staff/petitions/{slug}/signatures.csv", call(to, &StaffHandlers::download_export),
               {.name = "petitions.staff_export", .permission = Permission::export_people});
}

}  // namespace

void add_routes(http::Router& router, const Surface& surface) {
    add_public_routes(router, surface.handlers);
    add_own_signature_routes(router, surface.handlers);
    add_api_routes(router, surface.api);
    add_staff_routes(router, surface.staff);
}

}  // namespace petitions
