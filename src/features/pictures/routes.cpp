#include "features/pictures/routes.h"

#include "platform/auth/principal.h"
#include "platform/http/bound.h"

namespace pictures {
namespace {

using auth::Permission;
using http::bound;
using http::HandlerThreads;

constexpr std::size_t kUploadLimit = 31 * 1024 * 1024;  // bytes: a picture of 30 megabytes and its words

}  // namespace

void add_routes(http::Router& router, const Handlers& to) {
    router.get("/pictures/{file}", bound(to, &Handlers::serve), {.name = "pictures.serve"});
    router.get("/{locale}/staff/pictures", bound(to, &Handlers::list),
               {.name = "pictures.staff_list", .permission = Permission::edit_content});
    router.post<Upload>("/{locale}/staff/pictures",
                        {.parse = bound(to, &Handlers::read_upload),
                         .apply = bound(to, &Handlers::upload),
                         .refuse = bound(to, &Handlers::list_again)},
                        {.name = "pictures.staff_upload",
                         .permission = Permission::edit_content,
                         .body_limit = kUploadLimit,
                         .threads = HandlerThreads::computing});
    router.get("/{locale}/staff/pictures/{picture}", bound(to, &Handlers::show),
               {.name = "pictures.staff_show", .permission = Permission::edit_content});
    router.get("/{locale}/staff/pictures/{picture}/whole", bound(to, &Handlers::whole),
               {.name = "pictures.staff_whole", .permission = Permission::edit_content});
    router.post<WordsEdit>("/{locale}/staff/pictures/{picture}",
                           {.parse = bound(to, &Handlers::read_words_edit),
                            .apply = bound(to, &Handlers::save_words),
                            .refuse = bound(to, &Handlers::show_again)},
                           {.name = "pictures.staff_describe", .permission = Permission::edit_content});
    router.post<CropEdit>("/{locale}/staff/pictures/{picture}/crop",
                          {.parse = bound(to, &Handlers::read_crop_edit),
                           .apply = bound(to, &Handlers::save_crop),
                           .refuse = bound(to, &Handlers::show_again)},
                          {.name = "pictures.staff_crop", .permission = Permission::edit_content});
    router.post<Replacement>("/{locale}/staff/pictures/{picture}/file",
                             {.parse = bound(to, &Handlers::read_replacement),
                              .apply = bound(to, &Handlers::replace),
                              .refuse = bound(to, &Handlers::show_again)},
                             {.name = "pictures.staff_replace",
                              .permission = Permission::edit_content,
                              .body_limit = kUploadLimit,
                              .threads = HandlerThreads::computing});
    router.post<Removal>("/{locale}/staff/pictures/{picture}/removal",
                         {.parse = bound(to, &Handlers::read_removal),
                          .apply = bound(to, &Handlers::remove),
                          .refuse = bound(to, &Handlers::show_again)},
                         {.name = "pictures.staff_remove", .permission = Permission::edit_content});
}

}  // namespace pictures
