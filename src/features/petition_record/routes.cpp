#include "features/petition_record/routes.h"

#include "platform/http/bound.h"

namespace petition_record {

using http::bound;
using http::Cache;

void add_routes(http::Router& router, const Handlers& to) {
    router.get("/{locale}/petitions/{slug}/versions", bound(to, &Handlers::versions),
               {.name = "petition_record.versions", .cache = Cache::public_page});
    router.get("/api/v1/petitions/{slug}/record", bound(to, &Handlers::record),
               {.name = "petition_record.api", .part = http::LoadPart::statistics});
    router.get("/{locale}/petitions/{slug}/record.csv", bound(to, &Handlers::record_csv),
               {.name = "petition_record.csv", .part = http::LoadPart::statistics});
}

}  // namespace petition_record
