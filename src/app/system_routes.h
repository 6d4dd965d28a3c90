// app/system_routes.h - addresses for machines: is it alive, is it ready, how is it doing.
#pragma once
#include "platform/db/database.h"
#include "platform/http/request.h"
#include "platform/http/response.h"
#include "platform/http/server.h"
#include "platform/runtime/metrics.h"

namespace app {

// 200 as long as the process answers.
http::Response healthz(const http::Request& request);

// 200 when a page could be served: the database answers. Else 503 with the reason.
http::Response readyz(const http::Request& request, db::Database& database);

// Who may read the metrics. trusted_networks: limits.trusted_networks alone, on the website's own address. That a
// request came from this machine says nothing: a proxy on it may pass visitors on without a word. everybody: who
// reaches the address of metrics.listen, since nothing else stands there.
enum class Watchers : unsigned char { trusted_networks, everybody };
bool may_watch(const http::Request& request, Watchers watchers);

// The metrics as Prometheus reads them.
http::Response metrics(const runtime::Metrics& metrics);

// /healthz and /readyz. The database outlives the router.
void add_health_routes(http::Router& router, db::Database& database);

// A file of the build by its hashed name: never changes, kept for a year.
http::Response asset(const http::Request& request);

// Keeps the figures of server and process up to date, just before they are read.
struct Observed {
    const http::Server& server;
    const db::Database& database;
};
void observe(runtime::Metrics& metrics, const Observed& observed);

}  // namespace app
