#include "features/representatives/routes.h"

#include "platform/auth/principal.h"
#include "platform/http/bound.h"

namespace representatives {
namespace {

using auth::Permission;
using http::bound;
using http::Cache;

const std::string kStaffPath = "/{locale}/staff/representatives";

void add_public_routes(http::Router& router, const Handlers& to) {
    router.get("/{locale}/representatives", bound(to, &Handlers::find),
               {.name = "representatives.find", .cache = Cache::public_page});
    router.get("/{locale}/representatives/list", bound(to, &Handlers::list),
               {.name = "representatives.list", .cache = Cache::public_page});
    router.get("/{locale}/representatives/{representative}", bound(to, &Handlers::show),
               {.name = "representatives.show", .cache = Cache::public_page});
    router.get("/api/v1/representatives", bound(to, &Handlers::api_find), {.name = "representatives.api_find"});
    router.get("/api/v1/representatives/{representative}", bound(to, &Handlers::api_show),
               {.name = "representatives.api_show"});
}

void add_office_routes(http::Router& router, const OfficeHandlers& to) {
    router.get(kStaffPath, bound(to, &OfficeHandlers::list),
               {.name = "representatives.staff_list", .permission = Permission::publish});
    const auto add_form = [&](const std::string& path, std::string show, std::string keep) {
        router.get(path, bound(to, &OfficeHandlers::show),
                   {.name = std::move(show), .permission = Permission::publish});
        router.post<KeepHolder>(path,
                                {.parse = bound(to, &OfficeHandlers::read_holder),
                                 .apply = bound(to, &OfficeHandlers::keep),
                                 .refuse = bound(to, &OfficeHandlers::show_again)},
                                {.name = std::move(keep), .permission = Permission::publish});
    };
    add_form(kStaffPath + "/new", "representatives.staff_new", "representatives.staff_add");
    add_form(kStaffPath + "/{representative}", "representatives.staff_show", "representatives.staff_keep");
    const auto add_act = [&](const char* path, std::string name, auto apply) {
        router.post<HolderAct>(kStaffPath + "/{representative}/" + path,
                               {.parse = bound(to, &OfficeHandlers::read_act),
                                .apply = bound(to, apply),
                                .refuse = bound(to, &OfficeHandlers::show_again)},
                               {.name = std::move(name), .permission = Permission::publish});
    };
    add_act("leaving", "representatives.staff_leave", &OfficeHandlers::leave);
    add_act("vacancy", "representatives.staff_vacate", &OfficeHandlers::vacate);
}

void add_set_routes(http::Router& router, const SetHandlers& to) {
    router.get(kStaffPath + "/sets", bound(to, &SetHandlers::list),
               {.name = "representatives.sets", .permission = Permission::publish});
    router.post<KeepSet>(kStaffPath + "/sets",
                         {.parse = bound(to, &SetHandlers::read_set),
                          .apply = bound(to, &SetHandlers::keep),
                          .refuse = bound(to, &SetHandlers::list_again)},
                         {.name = "representatives.keep_set", .permission = Permission::publish});
    const auto add_act = [&](const char* path, std::string name, auto apply) {
        router.post<SetAct>(kStaffPath + "/sets/{set}/" + path,
                            {.parse = bound(to, &SetHandlers::read_act),
                             .apply = bound(to, apply),
                             .refuse = bound(to, &SetHandlers::list_again)},
                            {.name = std::move(name), .permission = Permission::publish});
    };
    add_act("retirement", "representatives.retire_set", &SetHandlers::retire);
    add_act("return", "representatives.return_set", &SetHandlers::bring_back);
}

void add_import_routes(http::Router& router, const ImportHandlers& to) {
    constexpr std::size_t kFormParts = 64 * 1024;  // bytes beside the file
    const std::string all = kStaffPath + "/imports", one = all + "/{import}";
    router.get(all, bound(to, &ImportHandlers::list),
               {.name = "representatives.imports", .permission = Permission::publish});
    router.post<UploadForm>(
        all,
        {.parse = bound(to, &ImportHandlers::read_upload),
         .apply = bound(to, &ImportHandlers::upload),
         .refuse = bound(to, &ImportHandlers::list_again)},
        {.name = "representatives.upload", .permission = Permission::publish, .body_limit = kLargestFile + kFormParts});
    router.get(one, bound(to, &ImportHandlers::show),
               {.name = "representatives.import",
                .permission = Permission::publish,
                .threads = http::HandlerThreads::computing});
    router.post<ImportAct>(one + "/taking",
                           {.parse = bound(to, &ImportHandlers::read_taking),
                            .apply = bound(to, &ImportHandlers::take),
                            .refuse = bound(to, &ImportHandlers::show_again)},
                           {.name = "representatives.take_import", .permission = Permission::publish});
    router.post<ImportAct>(one + "/leaving",
                           {.parse = bound(to, &ImportHandlers::read_leaving),
                            .apply = bound(to, &ImportHandlers::leave),
                            .refuse = bound(to, &ImportHandlers::show_again)},
                           {.name = "representatives.leave_import", .permission = Permission::publish});
}

}  // namespace

void add_routes(http::Router& router, const Surface& surface) {
    add_public_routes(router, surface.handlers);
    add_office_routes(router, surface.offices);
    add_set_routes(router, surface.sets);
    add_import_routes(router, surface.imports);
}

}  // namespace representatives
