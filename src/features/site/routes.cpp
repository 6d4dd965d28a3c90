#include "features/site/routes.h"

#include "platform/auth/principal.h"

namespace site {
namespace {

using auth::Permission;
using http::Cache;

constexpr std::size_t kTextBodyLimit = 512 * 1024;  // bytes: two languages of a long page, as a form

// Binds a member function to the handlers it belongs to.
template <class Object, class Member>
auto call(const Object& object, Member member) {
    return [&object, member](auto&&... arguments) { return (object.*member)(arguments...); };
}

void add_public_routes(http::Router& router, const Handlers& to) {
    router.compute("/", Handlers::choose_language, {.name = "site.choose_language"});
    router.compute("/{locale}", Handlers::add_slash, {.name = "site.add_slash"});
    router.get("/{locale}/", call(to, &Handlers::national_hub),
               {.name = "site.national_hub", .cache = Cache::public_page});
    router.get("/{locale}/levels", call(to, &Handlers::levels), {.name = "site.levels", .cache = Cache::public_page});
    router.get("/{locale}/levels/{slug}", call(to, &Handlers::level_hub),
               {.name = "site.level_hub", .cache = Cache::public_page});
    router.get("/{locale}/pages/{slug}", call(to, &Handlers::content_page),
               {.name = "site.content_page", .cache = Cache::public_page});
    router.get("/{locale}/share-card.png", call(to, &Handlers::national_card),
               {.name = "site.national_card", .cache = Cache::public_page});
    router.get("/{locale}/levels/{slug}/share-card.png", call(to, &Handlers::level_card),
               {.name = "site.level_card", .cache = Cache::public_page});
    router.compute("/robots.txt", call(to, &Handlers::robots), {.name = "site.robots"});
    router.get("/sitemap.xml", call(to, &Handlers::sitemap), {.name = "site.sitemap", .cache = Cache::public_page});
}

void add_hub_routes(http::Router& router, const StaffHandlers& to) {
    router.get("/{locale}/staff/hubs", call(to, &StaffHandlers::hubs),
               {.name = "site.staff_hubs", .permission = Permission::edit_content});
    router.get("/{locale}/staff/hubs/{level}", call(to, &StaffHandlers::hub),
               {.name = "site.staff_hub", .permission = Permission::edit_content});
    router.get("/{locale}/staff/hubs/{level}/preview", call(to, &StaffHandlers::preview_hub),
               {.name = "site.staff_preview_hub", .permission = Permission::edit_content});
    router.post<NewBlock>("/{locale}/staff/hubs/{level}/blocks",
                          {.parse = call(to, &StaffHandlers::read_new_block),
                           .apply = call(to, &StaffHandlers::add_block),
                           .refuse = call(to, &StaffHandlers::hub_again)},
                          {.name = "site.staff_add_block", .permission = Permission::edit_content});
    router.get("/{locale}/staff/hubs/{level}/blocks/{block}", call(to, &StaffHandlers::block),
               {.name = "site.staff_block", .permission = Permission::edit_content});
    router.post<BlockEdit>(
        "/{locale}/staff/hubs/{level}/blocks/{block}",
        {.parse = call(to, &StaffHandlers::read_block_edit),
         .apply = call(to, &StaffHandlers::save_block),
         .refuse = call(to, &StaffHandlers::block_again)},
        {.name = "site.staff_save_block", .permission = Permission::edit_content, .body_limit = kTextBodyLimit});
    router.post<BlockAct>(
        "/{locale}/staff/hubs/{level}/blocks/{block}/place",
        {.parse = call(to, &StaffHandlers::read_block_act), .apply = call(to, &StaffHandlers::move_block)},
        {.name = "site.staff_move_block", .permission = Permission::edit_content});
    router.post<BlockAct>(
        "/{locale}/staff/hubs/{level}/blocks/{block}/removal",
        {.parse = call(to, &StaffHandlers::read_block_act), .apply = call(to, &StaffHandlers::remove_block)},
        {.name = "site.staff_remove_block", .permission = Permission::edit_content});
    router.post<HubAct>("/{locale}/staff/hubs/{level}/publication",
                        {.parse = call(to, &StaffHandlers::read_hub_act),
                         .apply = call(to, &StaffHandlers::publish_hub),
                         .refuse = call(to, &StaffHandlers::hub_again)},
                        {.name = "site.staff_publish_hub", .permission = Permission::publish});
    router.post<HubAct>(
        "/{locale}/staff/hubs/{level}/versions/{version}/restoration",
        {.parse = call(to, &StaffHandlers::read_hub_act), .apply = call(to, &StaffHandlers::restore_hub)},
        {.name = "site.staff_restore_hub", .permission = Permission::edit_content});
}

void add_page_routes(http::Router& router, const StaffHandlers& to) {
    router.get("/{locale}/staff/pages", call(to, &StaffHandlers::pages),
               {.name = "site.staff_pages", .permission = Permission::edit_content});
    router.post<NewPage>("/{locale}/staff/pages",
                         {.parse = call(to, &StaffHandlers::read_new_page),
                          .apply = call(to, &StaffHandlers::create_page),
                          .refuse = call(to, &StaffHandlers::pages_again)},
                         {.name = "site.staff_create_page", .permission = Permission::edit_content});
    router.get("/{locale}/staff/pages/{slug}", call(to, &StaffHandlers::page),
               {.name = "site.staff_page", .permission = Permission::edit_content});
    router.post<PageSave>(
        "/{locale}/staff/pages/{slug}",
        {.parse = call(to, &StaffHandlers::read_page),
         .apply = call(to, &StaffHandlers::save_page),
         .refuse = call(to, &StaffHandlers::page_again)},
        {.name = "site.staff_save_page", .permission = Permission::edit_content, .body_limit = kTextBodyLimit});
    router.get("/{locale}/staff/pages/{slug}/preview", call(to, &StaffHandlers::preview_page),
               {.name = "site.staff_preview_page", .permission = Permission::edit_content});
    router.post<PageAct>("/{locale}/staff/pages/{slug}/publication",
                         {.parse = call(to, &StaffHandlers::read_page_act),
                          .apply = call(to, &StaffHandlers::publish_page),
                          .refuse = call(to, &StaffHandlers::page_again)},
                         {.name = "site.staff_publish_page", .permission = Permission::publish});
}

void add_level_routes(http::Router& router, const StaffHandlers& to) {
    router.get("/{locale}/staff/levels", call(to, &StaffHandlers::levels),
               {.name = "site.staff_levels", .permission = Permission::manage_settings});
    router.post<NewLevel>("/{locale}/staff/levels",
                          {.parse = call(to, &StaffHandlers::read_new_level),
                           .apply = call(to, &StaffHandlers::create_level),
                           .refuse = call(to, &StaffHandlers::levels_again)},
                          {.name = "site.staff_create_level", .permission = Permission::manage_settings});
}

}  // namespace

void add_routes(http::Router& router, const Surface& surface) {
    add_public_routes(router, surface.handlers);
    add_hub_routes(router, surface.staff);
    add_page_routes(router, surface.staff);
    add_level_routes(router, surface.staff);
}

}  // namespace site
