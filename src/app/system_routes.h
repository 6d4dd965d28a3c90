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

// The metrics for Prometheus; 403 unless the caller is this machine or in limits.trusted_networks. A proxy on this
// machine that nobody declared in server.trusted_proxies is not this machine: its visitors are the world.
http::Response metrics(const http::Request& request, const runtime::Metrics& metrics);

// A file of the build by its hashed name: never changes, kept for a year.
http::Response asset(const http::Request& request);

// Keeps the figures of server and process up to date, just before they are read.
struct Observed {
    const http::Server& server;
    const db::Database& database;
};
void observe(runtime::Metrics& metrics, const Observed& observed);

}  // namespace app
