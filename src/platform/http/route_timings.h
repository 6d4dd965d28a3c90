// platform/http/route_timings.h - how long the answers of each route take, for /metrics.
#pragma once
#include <chrono>
#include <vector>

#include "platform/http/router.h"
#include "platform/runtime/metrics.h"

namespace http {

class RouteTimings {
public:
    // metrics nullptr: nothing is counted. It outlives this.
    RouteTimings(const Router& router, runtime::Metrics* metrics);

    // From the last byte of a request to the last byte of its answer, as alltogether_http_request_seconds with the
    // route's name. On any thread.
    void note(const Route& route, std::chrono::steady_clock::duration took) const;

private:
    std::vector<runtime::Histogram*> histograms_;  // by Route::position
};

}  // namespace http
