#include "features/petitions/counter_handlers.h"

#include "features/petitions/counter_pages.h"
#include "features/petitions/store.h"

namespace petitions {

http::Response CounterHandlers::show(const http::Request& request, db::Read& read) const {
    const auto name = pages::read_counter_name(request.parameters.view("file"));
    const auto petition = name ? store::find(read, name->slug) : std::nullopt;
    if (!petition || petition->stage(request.received_at) == Stage::draft) return http::not_found();
    http::Response response;
    response.headers = {{"Content-Type", pages::content_type_of(name->format)},
                        {"Cache-Control", "public, max-age=10, stale-if-error=3600"},
                        {"Access-Control-Allow-Origin", "*"}};
    response.body = pages::counter_bytes({petition->slug, services_.counts.count(petition->id).confirmed,
                                          petition->goal, petition->stage(request.received_at)},
                                         name->format);
    return response;
}

}  // namespace petitions
