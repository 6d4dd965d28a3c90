#include "features/newsroom/import_slice.h"
#include "platform/auth/principal.h"
#include "platform/http/bound.h"

namespace newsroom {

using auth::Permission;
using http::bound;

// Who may not publish may import drafts: apply looks closer than the route.
void add_import_routes(http::Router& router, const ImportHandlers& to) {
    constexpr std::size_t kFormParts = 64 * 1024;  // bytes beside the file
    router.get("/{locale}/staff/news/imports", bound(to, &ImportHandlers::list),
               {.name = "newsroom.staff_imports", .permission = Permission::edit_content});
    router.post<UploadForm>("/{locale}/staff/news/imports",
                            {.parse = bound(to, &ImportHandlers::read_upload),
                             .apply = bound(to, &ImportHandlers::upload),
                             .refuse = bound(to, &ImportHandlers::list_again)},
                            {.name = "newsroom.staff_upload_import",
                             .permission = Permission::edit_content,
                             .body_limit = kLargestUpload + kFormParts});
    router.get("/{locale}/staff/news/imports/{upload}", bound(to, &ImportHandlers::show),
               {.name = "newsroom.staff_import", .permission = Permission::edit_content});
    const auto add = [&](std::string_view path, const char* name, auto apply) {
        router.post<UploadAct>(std::string{"/{locale}/staff/news/imports/{upload}/"}.append(path),
                               {.parse = bound(to, &ImportHandlers::read_act),
                                .apply = bound(to, apply),
                                .refuse = bound(to, &ImportHandlers::show_again)},
                               {.name = name, .permission = Permission::edit_content});
    };
    add("start", "newsroom.staff_start_import", &ImportHandlers::start);
    add("removal", "newsroom.staff_remove_import", &ImportHandlers::remove);
}

}  // namespace newsroom
