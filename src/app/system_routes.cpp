#include "app/system_routes.h"

#include <fstream>

#include <unistd.h>

#include "app/plugs.h"
#include "platform/db/check.h"
#include "platform/html/assets.h"
#include "platform/http/compression.h"
#include "platform/runtime/log.h"

namespace app {
namespace {

http::Response plain(std::string_view text, int status) {
    auto response = http::text(std::string{text}, status);
    response.headers.add({"Cache-Control", "no-store"});
    return response;
}

// Which form of the asset goes out; the build has made all of them.
struct Form {
    std::string_view bytes;
    http::Encoding encoding;
};

Form form_for(const html::Asset& asset, const http::Request& request) {
    const auto accepted = http::accepted_encodings(request.headers.view("accept-encoding"));
    if (accepted.brotli && !asset.brotli.empty()) return {asset.brotli, http::Encoding::brotli};
    if (accepted.gzip && !asset.gzip.empty()) return {asset.gzip, http::Encoding::gzip};
    return {asset.content, http::Encoding::identity};
}

std::int64_t resident_bytes() {
    std::ifstream file{"/proc/self/statm"};
    std::int64_t all = 0, resident = 0;
    file >> all >> resident;
    return resident * sysconf(_SC_PAGESIZE);
}

// Moves a counter to a total that somebody else counts.
void count_up_to(runtime::Counter& counter, std::uint64_t total) {
    const auto behind = static_cast<double>(total) - counter.value();
    if (behind > 0) counter.increment(behind);
}

}  // namespace

http::Response healthz(const http::Request&) { return plain("alive\n", 200); }

http::Response readyz(const http::Request& request, db::Database& database) {
    try {
        db::expect_readable(database);
    } catch (const std::exception& fault) {
        runtime::log_warning({request.request_id}, "not ready", {{"reason", fault.what()}});
        return plain("not ready: the database does not answer\n", 503);
    }
    return plain("ready\n", 200);
}

bool may_watch(const http::Request& request, Watchers watchers) {
    return watchers == Watchers::everybody || request.from_trusted_network;
}

http::Response metrics(const runtime::Metrics& metrics) {
    auto response = plain(metrics.text(), 200);
    response.headers = {{"Content-Type", "text/plain; version=0.0.4; charset=utf-8"}, {"Cache-Control", "no-store"}};
    return response;
}

http::Response asset(const http::Request& request) {
    const auto found = html::find_asset(request.path);
    if (!found) return http::not_found();
    const auto form = form_for(*found, request);
    http::Response response;
    response.headers = {{"Content-Type", found->content_type},
                        {"Cache-Control", "public, max-age=31536000, immutable"},
                        {"Vary", "Accept-Encoding"}};
    if (form.encoding != http::Encoding::identity)
        response.headers.add({"Content-Encoding", http::token(form.encoding)});
    response.body = std::string{form.bytes};
    return response;
}

void observe(runtime::Metrics& metrics, const Observed& observed) {
    const auto seen = observed.server.statistics();
    count_up_to(metrics.counter({"alltogether_http_requests_total", "Requests answered", {}}), seen.requests);
    count_up_to(metrics.counter({"alltogether_http_server_errors_total", "Answers from status 500", {}}),
                seen.server_errors);
    count_up_to(metrics.counter({"alltogether_http_page_cache_hits_total", "Pages answered from memory", {}}),
                seen.cache_hits);
    count_up_to(metrics.counter({"alltogether_http_timeouts_total", "Connections closed for being slow", {}}),
                seen.timeouts);
    count_up_to(metrics.counter({"alltogether_http_connections_refused_total", "Connections past the limit", {}}),
                seen.connections_refused);
    metrics.gauge({"alltogether_http_connections_open", "Connections open now", {}})
        .set(static_cast<double>(seen.connections_open));
    metrics.gauge({"alltogether_http_streams_open", "Event streams open now", {}})
        .set(static_cast<double>(seen.streams_open));
    metrics.gauge({"alltogether_writes_waiting", "Writes in the queue now", {}})
        .set(static_cast<double>(observed.database.writes_waiting()));
    metrics.gauge({"process_resident_memory_bytes", "Resident memory of the program", {}})
        .set(static_cast<double>(resident_bytes()));
}

void add_health_routes(http::Router& router, db::Database& database) {
    router.compute("/healthz", healthz, {.name = "system.healthz"});
    router.compute("/readyz", [&database](const http::Request& request) { return readyz(request, database); },
                   {.name = "system.readyz"});
}

void plug_in_system(House& house) {
    add_health_routes(house.router, house.database);
    house.router.compute("/assets/{file}", asset, {.name = "system.asset"});
    house.router.compute("/assets/{folder}/{file}", asset, {.name = "system.asset_in_folder"});
}

}  // namespace app
