// platform/http/route_timings.cpp - one histogram for each route.
#include "platform/http/route_timings.h"

namespace http {
namespace {

// Few: each is a line for each route. From memory, one look into the database, a page, a large page, trouble.
const std::vector<double> kSeconds{0.001, 0.005, 0.025, 0.1, 0.5, 2.5};

}  // namespace

RouteTimings::RouteTimings(const Router& router, runtime::Metrics* metrics) {
    if (metrics == nullptr) return;
    for (const auto& route : router.routes())
        histograms_.push_back(&metrics->histogram({"alltogether_http_request_seconds",
                                                   "Time from a whole request to its whole answer, by route",
                                                   {{"route", route->options.name}}},
                                                  kSeconds));
}

void RouteTimings::note(const Route& route, std::chrono::steady_clock::duration took) const {
    if (histograms_.empty()) return;
    histograms_[route.position]->observe(std::chrono::duration<double>(took).count());
}

}  // namespace http
