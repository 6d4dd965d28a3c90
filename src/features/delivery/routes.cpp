#include "features/delivery/routes.h"

#include "platform/auth/principal.h"
#include "platform/http/bound.h"

namespace delivery {
namespace {

using auth::Permission;
using http::bound;
using http::Cache;
using http::LimitClass;

constexpr std::size_t kUploadLimit = ports::kLargestScan + std::size_t{64} * 1024;  // bytes: the file and its form

void add_public_routes(http::Router& router, const Handlers& to) {
    router.get("/{locale}/petitions/{slug}/delivery", bound(to, &Handlers::show),
               {.name = "delivery.show", .cache = Cache::public_page});
    router.get("/{locale}/petitions/{slug}/delivery/{delivery}/response", bound(to, &Handlers::response),
               {.name = "delivery.response"});
    router.get("/{locale}/petitions/{slug}/parliament", bound(to, &Handlers::parliament),
               {.name = "delivery.parliament", .cache = Cache::public_page});
    router.get("/{locale}/petitions/{slug}/sheets/{parliament}", bound(to, &Handlers::sheet),
               {.name = "delivery.sheet", .limit = LimitClass::computation});
}

void add_record_routes(http::Router& router, const RecordHandlers& to) {
    router.get("/{locale}/staff/petitions/{slug}/delivery", bound(to, &RecordHandlers::overview),
               {.name = "delivery.staff_overview", .permission = Permission::edit_content});
    router.get("/{locale}/staff/petitions/{slug}/delivery/records/{delivery}", bound(to, &RecordHandlers::show),
               {.name = "delivery.staff_record", .permission = Permission::edit_content});
    router.post<FieldsEdit>("/{locale}/staff/petitions/{slug}/delivery/records/{delivery}",
                            {.parse = bound(to, &RecordHandlers::read_record),
                             .apply = bound(to, &RecordHandlers::save),
                             .refuse = bound(to, &RecordHandlers::show_again)},
                            {.name = "delivery.staff_save_record",
                             .permission = Permission::edit_content,
                             .body_limit = std::size_t{256} * 1024});
    router.post<Act>("/{locale}/staff/petitions/{slug}/delivery/records/{delivery}/publication",
                     {.parse = bound(to, &RecordHandlers::read_act), .apply = bound(to, &RecordHandlers::publish)},
                     {.name = "delivery.staff_publish", .permission = Permission::publish});
    router.post<Act>("/{locale}/staff/petitions/{slug}/delivery/records/{delivery}/withdrawal",
                     {.parse = bound(to, &RecordHandlers::read_act), .apply = bound(to, &RecordHandlers::withdraw)},
                     {.name = "delivery.staff_withdraw", .permission = Permission::publish});
    router.post<Upload>(
        "/{locale}/staff/petitions/{slug}/delivery/records/{delivery}/response",
        {.parse = bound(to, &RecordHandlers::read_response),
         .apply = bound(to, &RecordHandlers::attach_response),
         .refuse = bound(to, &RecordHandlers::show_again)},
        {.name = "delivery.staff_response", .permission = Permission::publish, .body_limit = kUploadLimit});
    router.post<DocumentWish>("/{locale}/staff/petitions/{slug}/delivery/documents",
                              {.parse = bound(to, &RecordHandlers::read_order),
                               .apply = bound(to, &RecordHandlers::order),
                               .refuse = bound(to, &RecordHandlers::overview_again)},
                              {.name = "delivery.staff_order", .permission = Permission::export_people});
    router.get("/{locale}/staff/petitions/{slug}/delivery/documents/{document}", bound(to, &RecordHandlers::document),
               {.name = "delivery.staff_document", .permission = Permission::export_people});
}

void add_paper_routes(http::Router& router, const PaperHandlers& to) {
    router.get("/{locale}/staff/petitions/{slug}/delivery/paper", bound(to, &PaperHandlers::list),
               {.name = "delivery.staff_paper", .permission = Permission::edit_content});
    router.post<CheckSetting>(
        "/{locale}/staff/petitions/{slug}/delivery/paper-check",
        {.parse = bound(to, &PaperHandlers::read_setting), .apply = bound(to, &PaperHandlers::save_setting)},
        {.name = "delivery.staff_paper_check", .permission = Permission::publish});
    router.get("/{locale}/staff/petitions/{slug}/delivery/paper/{batch}", bound(to, &PaperHandlers::show),
               {.name = "delivery.staff_batch", .permission = Permission::edit_content});
    router.post<FieldsEdit>("/{locale}/staff/petitions/{slug}/delivery/paper/{batch}",
                            {.parse = bound(to, &PaperHandlers::read_batch),
                             .apply = bound(to, &PaperHandlers::save),
                             .refuse = bound(to, &PaperHandlers::show_again)},
                            {.name = "delivery.staff_save_batch", .permission = Permission::edit_content});
    router.post<Act>("/{locale}/staff/petitions/{slug}/delivery/paper/{batch}/check",
                     {.parse = bound(to, &PaperHandlers::read_act),
                      .apply = bound(to, &PaperHandlers::check),
                      .refuse = bound(to, &PaperHandlers::show_again)},
                     {.name = "delivery.staff_check_batch", .permission = Permission::edit_content});
    router.post<Act>("/{locale}/staff/petitions/{slug}/delivery/paper/{batch}/removal",
                     {.parse = bound(to, &PaperHandlers::read_act), .apply = bound(to, &PaperHandlers::remove)},
                     {.name = "delivery.staff_remove_batch", .permission = Permission::publish});
    router.post<Upload>(
        "/{locale}/staff/petitions/{slug}/delivery/paper/{batch}/scans",
        {.parse = bound(to, &PaperHandlers::read_scan),
         .apply = bound(to, &PaperHandlers::attach_scan),
         .refuse = bound(to, &PaperHandlers::show_again)},
        {.name = "delivery.staff_add_scan", .permission = Permission::read_people, .body_limit = kUploadLimit});
    router.get("/{locale}/staff/petitions/{slug}/delivery/scans/{scan}", bound(to, &PaperHandlers::scan),
               {.name = "delivery.staff_scan", .permission = Permission::read_people});
    router.post<Act>("/{locale}/staff/petitions/{slug}/delivery/scans/{scan}/removal",
                     {.parse = bound(to, &PaperHandlers::read_act), .apply = bound(to, &PaperHandlers::remove_scan)},
                     {.name = "delivery.staff_remove_scan", .permission = Permission::read_people});
}

void add_parliament_routes(http::Router& router, const ParliamentHandlers& to) {
    router.get("/{locale}/staff/petitions/{slug}/delivery/parliaments", bound(to, &ParliamentHandlers::list),
               {.name = "delivery.staff_parliaments", .permission = Permission::edit_content});
    router.get("/{locale}/staff/petitions/{slug}/delivery/parliaments/{parliament}",
               bound(to, &ParliamentHandlers::show),
               {.name = "delivery.staff_parliament", .permission = Permission::edit_content});
    router.post<FieldsEdit>("/{locale}/staff/petitions/{slug}/delivery/parliaments/{parliament}",
                            {.parse = bound(to, &ParliamentHandlers::read_official),
                             .apply = bound(to, &ParliamentHandlers::save),
                             .refuse = bound(to, &ParliamentHandlers::show_again)},
                            {.name = "delivery.staff_save_official", .permission = Permission::publish});
    router.get("/{locale}/staff/petitions/{slug}/delivery/parliaments/{parliament}/sheet",
               bound(to, &ParliamentHandlers::sheet),
               {.name = "delivery.staff_sheet", .permission = Permission::edit_content});
}

}  // namespace

void add_routes(http::Router& router, const Surface& surface) {
    add_public_routes(router, surface.handlers);
    add_record_routes(router, surface.records);
    add_paper_routes(router, surface.paper);
    add_parliament_routes(router, surface.parliaments);
}

}  // namespace delivery
