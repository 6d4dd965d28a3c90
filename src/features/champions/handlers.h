// features/champions/handlers.h - the public addresses: the directory, one champion, JSON, feeds.
#pragma once
#include <optional>

#include "features/champions/pages.h"
#include "features/champions/services.h"
#include "platform/http/request.h"
#include "platform/http/response.h"

namespace champions {

class Handlers {
public:
    explicit Handlers(const Services& services) : services_(services) {}

    // GET /{locale}/champions?area=ON&language=fr&topic=SLUG; area is a province or a local
    http::Response directory(const http::Request& request, db::Read& read) const;
    // GET /{locale}/champions/{slug}
    http::Response one(const http::Request& request, db::Read& read) const;

    // GET /api/v1/champions?area&language&topic
    http::Response api_directory(const http::Request& request, db::Read& read) const;
    // GET /api/v1/champions/{slug}/slots?from&until&minutes&format
    http::Response api_slots(const http::Request& request, db::Read& read) const;

    // GET /{locale}/champions/calendar/{token}: their presentations as iCalendar, for whoever has the secret address
    http::Response feed(const http::Request& request, db::Read& read) const;

private:
    // The free times of a page: the first of each day, some days on.
    std::vector<pages::SlotLink> slot_links(const http::Request& request, const Champion& champion,
                                            ports::PresentationFormat format, db::Read& read) const;

    const Services& services_;
};

}  // namespace champions
