#include "features/newsroom/staff_routes.h"

#include "platform/auth/principal.h"
#include "platform/http/bound.h"

namespace newsroom {
namespace {

using auth::Permission;
using http::bound;

constexpr std::size_t kTextBodyLimit = 1024 * 1024;  // bytes: two languages of a long item, as a form

void add_item_routes(http::Router& router, const ItemHandlers& to) {
    router.get("/{locale}/staff/news", bound(to, &ItemHandlers::list),
               {.name = "newsroom.staff_list", .permission = Permission::edit_content});
    router.get("/{locale}/staff/news/new", bound(to, &ItemHandlers::show_new),
               {.name = "newsroom.staff_new", .permission = Permission::edit_content});
    router.post<NewItemForm>("/{locale}/staff/news",
                             {.parse = bound(to, &ItemHandlers::read_new),
                              .apply = bound(to, &ItemHandlers::create),
                              .refuse = bound(to, &ItemHandlers::show_new_again)},
                             {.name = "newsroom.staff_create", .permission = Permission::edit_content});
    router.get("/{locale}/staff/news/items/{item}", bound(to, &ItemHandlers::show),
               {.name = "newsroom.staff_item", .permission = Permission::edit_content});
    router.post<ItemSave>(
        "/{locale}/staff/news/items/{item}",
        {.parse = bound(to, &ItemHandlers::read_save),
         .apply = bound(to, &ItemHandlers::save),
         .refuse = bound(to, &ItemHandlers::show_again)},
        {.name = "newsroom.staff_save", .permission = Permission::edit_content, .body_limit = kTextBodyLimit});
    router.get("/{locale}/staff/news/items/{item}/preview", bound(to, &ItemHandlers::preview),
               {.name = "newsroom.staff_preview", .permission = Permission::edit_content});
    router.get("/{locale}/staff/news/links", bound(to, &ItemHandlers::links),
               {.name = "newsroom.staff_links", .permission = Permission::edit_content});
}

void add_draft_routes(http::Router& router, const ItemHandlers& to, const StepHandlers& steps) {
    router.post<DraftKeeping>(
        "/{locale}/staff/news/items/{item}/draft",
        {.parse = bound(to, &ItemHandlers::read_draft), .apply = bound(to, &ItemHandlers::keep_draft)},
        {.name = "newsroom.staff_keep_draft", .permission = Permission::edit_content, .body_limit = kTextBodyLimit});
    router.post<ItemAct>(
        "/{locale}/staff/news/items/{item}/draft/removal",
        {.parse = bound(steps, &StepHandlers::read_act), .apply = bound(to, &ItemHandlers::drop_draft)},
        {.name = "newsroom.staff_drop_draft", .permission = Permission::edit_content});
    router.compute_post(
        "/{locale}/staff/news/markdown", ItemHandlers::draw_markdown,
        {.name = "newsroom.staff_markdown", .permission = Permission::edit_content, .body_limit = kTextBodyLimit});
}

// A step, and who may take it.
struct StepRoute {
    std::string_view path, name;
    Permission permission;
    http::WriteResult (StepHandlers::*apply)(const ItemAct&, db::Write&) const;
};

void add_step_routes(http::Router& router, const StepHandlers& to) {
    router.get("/{locale}/staff/news/items/{item}/steps", bound(to, &StepHandlers::show),
               {.name = "newsroom.staff_steps", .permission = Permission::edit_content});
    const auto add = [&](const StepRoute& step, auto read) {
        router.post<ItemAct>(
            std::string{"/{locale}/staff/news/items/{item}/"}.append(step.path),
            {.parse = bound(to, read), .apply = bound(to, step.apply), .refuse = bound(to, &StepHandlers::show_again)},
            {.name = std::string{step.name}, .permission = step.permission});
    };
    const auto read = &StepHandlers::read_act;
    add({"review", "newsroom.staff_review", Permission::edit_content, &StepHandlers::send_to_review}, read);
    add({"approval", "newsroom.staff_approve", Permission::edit_content, &StepHandlers::approve}, read);
    add({"return", "newsroom.staff_return", Permission::edit_content, &StepHandlers::return_to_draft}, read);
    add({"publication", "newsroom.staff_publish", Permission::publish, &StepHandlers::publish}, read);
    add({"withdrawal", "newsroom.staff_withdraw", Permission::publish, &StepHandlers::withdraw}, read);
    add({"schedule", "newsroom.staff_schedule", Permission::publish, &StepHandlers::schedule},
        &StepHandlers::read_schedule);
    router.post<Rename>("/{locale}/staff/news/items/{item}/addresses",
                        {.parse = bound(to, &StepHandlers::read_rename),
                         .apply = bound(to, &StepHandlers::rename),
                         .refuse = bound(to, &StepHandlers::show_again)},
                        {.name = "newsroom.staff_rename", .permission = Permission::edit_content});
    router.post<PinAct>("/{locale}/staff/news/items/{item}/pins",
                        {.parse = bound(to, &StepHandlers::read_pin), .apply = bound(to, &StepHandlers::pin)},
                        {.name = "newsroom.staff_pin", .permission = Permission::publish});
}

void add_revision_routes(http::Router& router, const StepHandlers& to) {
    router.get("/{locale}/staff/news/items/{item}/revisions", bound(to, &StepHandlers::history),
               {.name = "newsroom.staff_revisions", .permission = Permission::edit_content});
    router.get("/{locale}/staff/news/items/{item}/revisions/{revision}", bound(to, &StepHandlers::revision),
               {.name = "newsroom.staff_revision", .permission = Permission::edit_content});
    router.post<Restoration>(
        "/{locale}/staff/news/items/{item}/revisions/{revision}/restoration",
        {.parse = bound(to, &StepHandlers::read_restoration), .apply = bound(to, &StepHandlers::restore)},
        {.name = "newsroom.staff_restore", .permission = Permission::edit_content});
}

void add_document_routes(http::Router& router, const DocumentHandlers& to) {
    constexpr std::size_t kUploadLimit = kLargestDocument + kTextBodyLimit;
    router.get("/{locale}/staff/news/items/{item}/documents", bound(to, &DocumentHandlers::show),
               {.name = "newsroom.staff_documents", .permission = Permission::edit_content});
    router.post<DocumentUpload>(
        "/{locale}/staff/news/items/{item}/documents",
        {.parse = bound(to, &DocumentHandlers::read_upload),
         .apply = bound(to, &DocumentHandlers::upload),
         .refuse = bound(to, &DocumentHandlers::show_again)},
        {.name = "newsroom.staff_attach", .permission = Permission::edit_content, .body_limit = kUploadLimit});
    router.post<DocumentRemoval>("/{locale}/staff/news/items/{item}/documents/removal",
                                 {.parse = bound(to, &DocumentHandlers::read_removal),
                                  .apply = bound(to, &DocumentHandlers::remove),
                                  .refuse = bound(to, &DocumentHandlers::show_again)},
                                 {.name = "newsroom.staff_detach", .permission = Permission::edit_content});
}

void add_section_routes(http::Router& router, const SectionHandlers& to) {
    router.get("/{locale}/staff/news/sections", bound(to, &SectionHandlers::list),
               {.name = "newsroom.staff_sections", .permission = Permission::edit_content});
    router.post<NewSection>("/{locale}/staff/news/sections",
                            {.parse = bound(to, &SectionHandlers::read_new),
                             .apply = bound(to, &SectionHandlers::create),
                             .refuse = bound(to, &SectionHandlers::list_again)},
                            {.name = "newsroom.staff_create_section", .permission = Permission::edit_content});
    router.get("/{locale}/staff/news/sections/{section}", bound(to, &SectionHandlers::show),
               {.name = "newsroom.staff_section", .permission = Permission::edit_content});
    router.post<SectionSave>("/{locale}/staff/news/sections/{section}",
                             {.parse = bound(to, &SectionHandlers::read_save),
                              .apply = bound(to, &SectionHandlers::save),
                              .refuse = bound(to, &SectionHandlers::show_again)},
                             {.name = "newsroom.staff_save_section", .permission = Permission::edit_content});
    router.post<SectionAct>("/{locale}/staff/news/sections/{section}/publication",
                            {.parse = bound(to, &SectionHandlers::read_act),
                             .apply = bound(to, &SectionHandlers::publish),
                             .refuse = bound(to, &SectionHandlers::show_again)},
                            {.name = "newsroom.staff_publish_section", .permission = Permission::publish});
    router.post<SectionAct>(
        "/{locale}/staff/news/sections/{section}/hiding",
        {.parse = bound(to, &SectionHandlers::read_act), .apply = bound(to, &SectionHandlers::hide)},
        {.name = "newsroom.staff_hide_section", .permission = Permission::publish});
}

}  // namespace

void add_staff_routes(http::Router& router, const StaffSurface& surface) {
    add_item_routes(router, surface.items);
    add_draft_routes(router, surface.items, surface.steps);
    add_step_routes(router, surface.steps);
    add_revision_routes(router, surface.steps);
    add_section_routes(router, surface.sections);
    add_document_routes(router, surface.documents);
}

}  // namespace newsroom
