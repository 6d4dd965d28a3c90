// features/petitions/counter_handlers.h - the count as a small file, for other sites and the caches in front of them.
#pragma once
#include "features/petitions/services.h"
#include "platform/http/request.h"
#include "platform/http/response.h"

namespace petitions {

class CounterHandlers {
public:
    explicit CounterHandlers(const Services& services) : services_(services) {}

    // GET /counters/{file}: SLUG.json, SLUG.svg or SLUG.txt. From any site; caches may keep it for ten seconds, and
    // give it for an hour while we are out of reach.
    http::Response show(const http::Request& request, db::Read& read) const;

private:
    const Services& services_;
};

}  // namespace petitions
