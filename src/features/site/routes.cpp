#include "features/site/routes.h"

#include "platform/auth/principal.h"
#include "platform/http/bound.h"

namespace site {
namespace {

using auth::Permission;
using http::bound;
using http::Cache;

constexpr std::size_t kTextBodyLimit = 512 * 1024;  // bytes: two languages of a long page, as a form

void add_public_routes(http::Router& router, const Handlers& to) {
    router.compute("/", Handlers::choose_language, {.name = "site.choose_language"});
    router.compute("/{locale}", Handlers::add_slash, {.name = "site.add_slash"});
    router.get("/{locale}/", bound(to, &Handlers::national_hub),
               {.name = "site.national_hub", .cache = Cache::public_page});
    router.get("/{locale}/levels", bound(to, &Handlers::levels), {.name = "site.levels", .cache = Cache::public_page});
    router.get("/{locale}/levels/{slug}", bound(to, &Handlers::level_hub),
               {.name = "site.level_hub", .cache = Cache::public_page});
    router.get("/{locale}/pages/{slug}", bound(to, &Handlers::content_page),
               {.name = "site.content_page", .cache = Cache::public_page});
    router.get("/{locale}/share-card.png", bound(to, &Handlers::national_card),
               {.name = "site.national_card", .cache = Cache::public_page});
    router.get("/{locale}/levels/{slug}/share-card.png", bound(to, &Handlers::level_card),
               {.name = "site.level_card", .cache = Cache::public_page});
    router.compute("/robots.txt", bound(to, &Handlers::robots), {.name = "site.robots"});
    router.get("/sitemap.xml", bound(to, &Handlers::sitemap), {.name = "site.sitemap", .cache = Cache::public_page});
    router.get("/sitemaps/{file}", bound(to, &Handlers::sitemap_part), {.name = "site.sitemap_part"});
}

void add_hub_routes(http::Router& router, const StaffHandlers& to) {
    router.get("/{locale}/staff/hubs", bound(to, &StaffHandlers::hubs),
               {.name = "site.staff_hubs", .permission = Permission::edit_content});
    router.get("/{locale}/staff/hubs/{level}", bound(to, &StaffHandlers::hub),
               {.name = "site.staff_hub", .permission = Permission::edit_content});
    router.get("/{locale}/staff/hubs/{level}/preview", bound(to, &StaffHandlers::preview_hub),
               {.name = "site.staff_preview_hub", .permission = Permission::edit_content});
    router.post<NewBlock>("/{locale}/staff/hubs/{level}/blocks",
                          {.parse = bound(to, &StaffHandlers::read_new_block),
                           .apply = bound(to, &StaffHandlers::add_block),
                           .refuse = bound(to, &StaffHandlers::hub_again)},
                          {.name = "site.staff_add_block", .permission = Permission::edit_content});
    router.get("/{locale}/staff/hubs/{level}/blocks/{block}", bound(to, &StaffHandlers::block),
               {.name = "site.staff_block", .permission = Permission::edit_content});
    router.post<BlockEdit>(
        "/{locale}/staff/hubs/{level}/blocks/{block}",
        {.parse = bound(to, &StaffHandlers::read_block_edit),
         .apply = bound(to, &StaffHandlers::save_block),
         .refuse = bound(to, &StaffHandlers::block_again)},
        {.name = "site.staff_save_block", .permission = Permission::edit_content, .body_limit = kTextBodyLimit});
    router.post<BlockAct>(
        "/{locale}/staff/hubs/{level}/blocks/{block}/place",
        {.parse = bound(to, &StaffHandlers::read_block_act), .apply = bound(to, &StaffHandlers::move_block)},
        {.name = "site.staff_move_block", .permission = Permission::edit_content});
    router.post<BlockAct>(
        "/{locale}/staff/hubs/{level}/blocks/{block}/removal",
        {.parse = bound(to, &StaffHandlers::read_block_act), .apply = bound(to, &StaffHandlers::remove_block)},
        {.name = "site.staff_remove_block", .permission = Permission::edit_content});
    router.post<HubAct>("/{locale}/staff/hubs/{level}/publication",
                        {.parse = bound(to, &StaffHandlers::read_hub_act),
                         .apply = bound(to, &StaffHandlers::publish_hub),
                         .refuse = bound(to, &StaffHandlers::hub_again)},
                        {.name = "site.staff_publish_hub", .permission = Permission::publish});
    router.post<HubAct>(
        "/{locale}/staff/hubs/{level}/versions/{version}/restoration",
        {.parse = bound(to, &StaffHandlers::read_hub_act), .apply = bound(to, &StaffHandlers::restore_hub)},
        {.name = "site.staff_restore_hub", .permission = Permission::edit_content});
}

void add_page_routes(http::Router& router, const StaffHandlers& to) {
    router.get("/{locale}/staff/pages", bound(to, &StaffHandlers::pages),
               {.name = "site.staff_pages", .permission = Permission::edit_content});
    router.post<NewPage>("/{locale}/staff/pages",
                         {.parse = bound(to, &StaffHandlers::read_new_page),
                          .apply = bound(to, &StaffHandlers::create_page),
                          .refuse = bound(to, &StaffHandlers::pages_again)},
                         {.name = "site.staff_create_page", .permission = Permission::edit_content});
    router.get("/{locale}/staff/pages/{slug}", bound(to, &StaffHandlers::page),
               {.name = "site.staff_page", .permission = Permission::edit_content});
    router.post<PageSave>(
        "/{locale}/staff/pages/{slug}",
        {.parse = bound(to, &StaffHandlers::read_page),
         .apply = bound(to, &StaffHandlers::save_page),
         .refuse = bound(to, &StaffHandlers::page_again)},
        {.name = "site.staff_save_page", .permission = Permission::edit_content, .body_limit = kTextBodyLimit});
    router.get("/{locale}/staff/pages/{slug}/preview", bound(to, &StaffHandlers::preview_page),
               {.name = "site.staff_preview_page", .permission = Permission::edit_content});
    router.post<PageAct>("/{locale}/staff/pages/{slug}/publication",
                         {.parse = bound(to, &StaffHandlers::read_page_act),
                          .apply = bound(to, &StaffHandlers::publish_page),
                          .refuse = bound(to, &StaffHandlers::page_again)},
                         {.name = "site.staff_publish_page", .permission = Permission::publish});
    router.post<PagePlacing>("/{locale}/staff/pages/{slug}/place",
                             {.parse = bound(to, &StaffHandlers::read_page_place),
                              .apply = bound(to, &StaffHandlers::place_page),
                              .refuse = bound(to, &StaffHandlers::page_again)},
                             {.name = "site.staff_place_page", .permission = Permission::publish});
}

void add_level_routes(http::Router& router, const StaffHandlers& to) {
    router.get("/{locale}/staff/levels", bound(to, &StaffHandlers::levels),
               {.name = "site.staff_levels", .permission = Permission::manage_settings});
    router.post<NewLevel>("/{locale}/staff/levels",
                          {.parse = bound(to, &StaffHandlers::read_new_level),
                           .apply = bound(to, &StaffHandlers::create_level),
                           .refuse = bound(to, &StaffHandlers::levels_again)},
                          {.name = "site.staff_create_level", .permission = Permission::manage_settings});
    router.get("/{locale}/staff/levels/{level}", bound(to, &StaffHandlers::level),
               {.name = "site.staff_level", .permission = Permission::manage_settings});
    router.post<LevelEdit>("/{locale}/staff/levels/{level}",
                           {.parse = bound(to, &StaffHandlers::read_level_edit),
                            .apply = bound(to, &StaffHandlers::save_level),
                            .refuse = bound(to, &StaffHandlers::level_again)},
                           {.name = "site.staff_save_level", .permission = Permission::manage_settings});
}

}  // namespace

void add_routes(http::Router& router, const Surface& surface) {
    add_public_routes(router, surface.handlers);
    add_hub_routes(router, surface.staff);
    add_page_routes(router, surface.staff);
    add_level_routes(router, surface.staff);
}

}  // namespace site
