#include "features/endorsements/routes.h"

#include "platform/auth/principal.h"
#include "platform/http/bound.h"

namespace endorsements {
namespace {

using auth::Permission;
using http::bound;
using http::Cache;
using http::LimitClass;

void add_public_routes(http::Router& router, const Handlers& to) {
    router.get("/{locale}/petitions/{slug}/endorsements", bound(to, &Handlers::list),
               {.name = "endorsements.list", .cache = Cache::public_page});
    router.get("/{locale}/petitions/{slug}/endorsements/{class}", bound(to, &Handlers::show_form),
               {.name = "endorsements.form", .cache = Cache::public_page});
    router.post<NewEndorsement>("/{locale}/petitions/{slug}/endorsements/{class}",
                                {.parse = bound(to, &Handlers::read_form),
                                 .apply = bound(to, &Handlers::submit),
                                 .refuse = bound(to, &Handlers::show_again)},
                                {.name = "endorsements.submit", .limit = LimitClass::form});
    router.get("/{locale}/petitions/{slug}/endorsements/{class}/thank-you", bound(to, &Handlers::thank_you),
               {.name = "endorsements.thank_you", .cache = Cache::public_page});
    router.get("/{locale}/petitions/{slug}/endorsements/documents/{endorsement}", bound(to, &Handlers::document),
               {.name = "endorsements.document"});
    router.get("/api/v1/petitions/{slug}/endorsements", bound(to, &Handlers::api), {.name = "endorsements.api"});
}

// The mailed link opens a page; only its buttons, which POST, change anything.
void add_own_routes(http::Router& router, const OwnHandlers& to) {
    router.get("/{locale}/endorsements/{token}", bound(to, &OwnHandlers::show), {.name = "endorsements.own"});
    router.post<OwnAct>("/{locale}/endorsements/{token}/confirmation",
                        {.parse = bound(to, &OwnHandlers::read_act),
                         .apply = bound(to, &OwnHandlers::confirm),
                         .refuse = bound(to, &OwnHandlers::show_again)},
                        {.name = "endorsements.confirm", .limit = LimitClass::form});
    router.post<OwnAct>("/{locale}/endorsements/{token}/withdrawal",
                        {.parse = bound(to, &OwnHandlers::read_act),
                         .apply = bound(to, &OwnHandlers::withdraw),
                         .refuse = bound(to, &OwnHandlers::show_again)},
                        {.name = "endorsements.withdraw", .limit = LimitClass::form});
}

void add_staff_routes(http::Router& router, const StaffHandlers& to) {
    router.get("/{locale}/staff/petitions/{slug}/endorsements", bound(to, &StaffHandlers::list),
               {.name = "endorsements.staff_list", .permission = Permission::moderate});
    router.get("/{locale}/staff/endorsements/{endorsement}", bound(to, &StaffHandlers::show),
               {.name = "endorsements.staff_show", .permission = Permission::moderate});
    router.post<StaffDecision>("/{locale}/staff/endorsements/{endorsement}/decision",
                               {.parse = bound(to, &StaffHandlers::read_decision),
                                .apply = bound(to, &StaffHandlers::decide),
                                .refuse = bound(to, &StaffHandlers::show_again)},
                               {.name = "endorsements.staff_decide", .permission = Permission::moderate});
    router.get("/{locale}/staff/endorsements/{endorsement}/document", bound(to, &StaffHandlers::document),
               {.name = "endorsements.staff_document", .permission = Permission::moderate});
    router.post<DocumentUpload>("/{locale}/staff/endorsements/{endorsement}/document",
                                {.parse = bound(to, &StaffHandlers::read_document),
                                 .apply = bound(to, &StaffHandlers::attach),
                                 .refuse = bound(to, &StaffHandlers::show_again)},
                                {.name = "endorsements.staff_attach",
                                 .permission = Permission::moderate,
                                 .body_limit = ports::kLargestScan + std::size_t{64} * 1024});
    router.post<DocumentRemoval>(
        "/{locale}/staff/endorsements/{endorsement}/document/removal",
        {.parse = bound(to, &StaffHandlers::read_removal), .apply = bound(to, &StaffHandlers::detach)},
        {.name = "endorsements.staff_detach", .permission = Permission::moderate});
}

}  // namespace

void add_routes(http::Router& router, const Surface& surface) {
    add_public_routes(router, surface.handlers);
    add_own_routes(router, surface.own);
    add_staff_routes(router, surface.staff);
}

}  // namespace endorsements
