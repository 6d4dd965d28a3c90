// features/search/handlers.h - what each address of the search does. All of them only look; none notes what was asked.
#pragma once
#include "features/search/asked.h"
#include "features/search/services.h"
#include "platform/http/request.h"
#include "platform/http/response.h"
#include "ports/api_operation.h"

namespace people {
class LevelTree;
}

namespace search {

class Handlers {
public:
    explicit Handlers(const Services& services) : services_(services) {}

    // GET /{locale}/search?q=&kind=&section=&level=&year=&lang=&page=
    http::Response show(const http::Request& request, db::Read& read) const;

    // GET /{locale}/search/description.xml
    http::Response description(const http::Request& request) const;

    // GET /api/v1/search?q=&kind=&section=&level=&year=&lang=&page=
    http::Response api(const http::Request& request, db::Read& read) const;

private:
    Asked asked_in(const http::Request& request, const people::LevelTree& levels) const;
    std::string kind_label(std::string_view kind, base::Locale locale) const;

    const Services& services_;
};

std::vector<ports::ApiOperation> api_operations();

}  // namespace search
