#include "features/supporter_import/routes.h"

#include "platform/auth/principal.h"
#include "platform/http/bound.h"

namespace supporter_import {
namespace {

using auth::Permission;
using http::bound;

const std::string kAll = "/{locale}/staff/people/imports";

}  // namespace

void add_routes(http::Router& router, const Handlers& to) {
    constexpr std::size_t kFormParts = 64 * 1024;  // bytes beside the file
    router.get(kAll, bound(to, &Handlers::list),
               {.name = "supporters.imports", .permission = Permission::export_people});
    router.post<UploadForm>(kAll,
                            {.parse = bound(to, &Handlers::read_upload),
                             .apply = bound(to, &Handlers::upload),
                             .refuse = bound(to, &Handlers::list_again)},
                            {.name = "supporters.upload_import",
                             .permission = Permission::export_people,
                             .body_limit = kLargestUpload + kFormParts});
    router.get(kAll + "/{import}", bound(to, &Handlers::show),
               {.name = "supporters.show_import", .permission = Permission::export_people});
    router.get(kAll + "/{import}/troubles.csv", bound(to, &Handlers::download_troubles),
               {.name = "supporters.import_troubles", .permission = Permission::export_people});
    const auto add = [&](std::string_view path, const char* name, auto apply) {
        router.post<ImportAct>(std::string{kAll + "/{import}/"}.append(path),
                               {.parse = bound(to, &Handlers::read_act),
                                .apply = bound(to, apply),
                                .refuse = bound(to, &Handlers::show_again)},
                               {.name = name, .permission = Permission::export_people});
    };
    add("plan", "supporters.plan_import", &Handlers::plan);
    add("start", "supporters.start_import", &Handlers::start);
    add("change", "supporters.change_import", &Handlers::change);
    add("removal", "supporters.remove_import", &Handlers::remove);
}

}  // namespace supporter_import
