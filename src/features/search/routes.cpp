#include "features/search/routes.h"

#include "platform/http/bound.h"

namespace search {

void add_routes(http::Router& router, const Handlers& to) {
    router.get("/{locale}/search", http::bound(to, &Handlers::show),
               {.name = "search.show", .part = http::LoadPart::search});
    router.compute("/{locale}/search/description.xml", http::bound(to, &Handlers::description),
                   {.name = "search.description"});
    router.get("/api/v1/search", http::bound(to, &Handlers::api),
               {.name = "search.api", .part = http::LoadPart::search});
}

}  // namespace search
