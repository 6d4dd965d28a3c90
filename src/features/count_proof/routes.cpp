#include "features/count_proof/routes.h"

#include "platform/http/bound.h"

namespace count_proof {

using http::bound;
using http::Cache;
using http::LimitClass;

void add_routes(http::Router& router, const Handlers& to, const Api& api) {
    router.get("/{locale}/count-proof", bound(to, &Handlers::show),
               {.name = "count_proof.show", .cache = Cache::public_page});
    router.get("/{locale}/count-proof/heads", bound(to, &Handlers::heads),
               {.name = "count_proof.heads", .cache = Cache::public_page});
    router.compute_post("/{locale}/count-proof/check", bound(to, &Handlers::check),
                        {.name = "count_proof.check", .limit = LimitClass::computation});
    router.get("/{locale}/count-proof/receipts/{token}", bound(to, &Handlers::receipt),
               {.name = "count_proof.receipt"});
    router.get("/{locale}/count-proof/receipts/{token}/file", bound(to, &Handlers::receipt_file),
               {.name = "count_proof.receipt_file"});
    router.post<MailAct>("/{locale}/count-proof/receipts/{token}/mail",
                         {.parse = bound(to, &Handlers::read_mail_act),
                          .apply = bound(to, &Handlers::order_mail),
                          .refuse = bound(to, &Handlers::show_receipt_again)},
                         {.name = "count_proof.mail", .limit = LimitClass::form});

    router.get("/api/v1/count-proof/head", bound(api, &Api::head), {.name = "count_proof.api_head"});
    router.get("/api/v1/count-proof/heads/{size}", bound(api, &Api::head_of_size), {.name = "count_proof.api_head_of"});
    router.get("/api/v1/count-proof/keys", bound(api, &Api::keys), {.name = "count_proof.api_keys"});
    router.get("/api/v1/count-proof/consistency", bound(api, &Api::consistency),
               {.name = "count_proof.api_consistency"});
    router.get("/api/v1/count-proof/entries", bound(api, &Api::entries), {.name = "count_proof.api_entries"});
    router.get("/api/v1/count-proof/log", bound(api, &Api::log), {.name = "count_proof.api_log"});
}

}  // namespace count_proof
