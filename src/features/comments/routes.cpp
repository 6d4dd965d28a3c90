#include "features/comments/routes.h"

#include "platform/auth/principal.h"
#include "platform/http/bound.h"

namespace comments {
namespace {

using auth::Permission;
using http::bound;
using http::Cache;
using http::LimitClass;

void add_public_routes(http::Router& router, const Handlers& to) {
    router.get("/{locale}/petitions/{slug}/comments", bound(to, &Handlers::list),
               {.name = "comments.list", .cache = Cache::public_page});
    router.post<Report>("/{locale}/petitions/{slug}/comments/{comment}/report",
                        {.parse = bound(to, &Handlers::read_report), .apply = bound(to, &Handlers::report)},
                        {.name = "comments.report", .limit = LimitClass::form});
    router.get("/api/v1/petitions/{slug}/comments", bound(to, &Handlers::api), {.name = "comments.api"});
}

// The link to it stands on the page behind the mailed link, for the signer alone.
void add_own_routes(http::Router& router, const OwnHandlers& to) {
    router.get("/{locale}/comments/{token}", bound(to, &OwnHandlers::show), {.name = "comments.own"});
    router.post<OwnWords>("/{locale}/comments/{token}",
                          {.parse = bound(to, &OwnHandlers::read_words),
                           .apply = bound(to, &OwnHandlers::write),
                           .refuse = bound(to, &OwnHandlers::show_again)},
                          {.name = "comments.write", .limit = LimitClass::form});
    router.post<OwnWords>("/{locale}/comments/{token}/removal",
                          {.parse = bound(to, &OwnHandlers::read_removal),
                           .apply = bound(to, &OwnHandlers::remove),
                           .refuse = bound(to, &OwnHandlers::show_again)},
                          {.name = "comments.remove", .limit = LimitClass::form});
}

// The queue of all petitions, and that of one.
struct Queue {
    std::string path, suffix;
};
void add_queue_routes(http::Router& router, const StaffHandlers& to, const Queue& queue) {
    router.get(queue.path, bound(to, &StaffHandlers::show),
               {.name = "comments.queue" + queue.suffix, .permission = Permission::moderate});
    router.post<QueueForm>(queue.path,
                           {.parse = bound(to, &StaffHandlers::read_form), .apply = bound(to, &StaffHandlers::decide)},
                           {.name = "comments.decide" + queue.suffix, .permission = Permission::moderate});
    router.post<UndoForm>(queue.path + "/undo",
                          {.parse = bound(to, &StaffHandlers::read_undo), .apply = bound(to, &StaffHandlers::undo)},
                          {.name = "comments.undo" + queue.suffix, .permission = Permission::moderate});
}

}  // namespace

void add_routes(http::Router& router, const Surface& surface) {
    add_public_routes(router, surface.handlers);
    add_own_routes(router, surface.own);
    add_queue_routes(router, surface.staff, {"/{locale}/staff/comments", "_all"});
    add_queue_routes(router, surface.staff, {"/{locale}/staff/petitions/{slug}/comments", ""});
}

}  // namespace comments
