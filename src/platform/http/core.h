// platform/http/core.h - what all parts of one server share.
#pragma once
#include <atomic>
#include <cstdint>
#include <memory>
#include <unordered_map>

#include "platform/db/writer.h"
#include "platform/http/pool.h"
#include "platform/http/rate_limit.h"
#include "platform/http/route_timings.h"
#include "platform/http/router.h"
#include "platform/http/server.h"
#include "platform/http/waiting_line.h"

namespace http {

struct Counters {
    std::atomic<std::uint64_t> requests, server_errors, connections_open, connections_refused, streams_open, cache_hits,
        timeouts;
};

using BatchGroups = std::unordered_map<const WriteRoute*, std::unique_ptr<db::BatchGroup>>;

struct Core {
    Core(ServerConfig the_config, Router the_router, db::Database& the_database, ServerHooks the_hooks);

    Pool& pool_of(const Route& route) const {
        return route.options.threads == HandlerThreads::computing ? *computers : *pool;
    }

    ServerConfig config;
    Router router;
    BatchGroups batch_groups;
    db::Database& database;
    ServerHooks hooks;
    RateLimiter limiter;
    Counters counters{};
    RouteTimings timings;
    std::atomic<bool> is_stopping = false;
    std::atomic<std::uint64_t> in_flight = 0;  // requests that a handler, the pool or the writer has
    // Last: their threads use the rest. Bodies that are made while they are sent take as long as their visitor does.
    std::unique_ptr<Pool> pool, computers, makers;
    std::unique_ptr<WaitingLine> line;
};

// Counts as a request in flight for as long as it lives.
class InFlight {
public:
    explicit InFlight(Core& core) : count_(core.in_flight) { ++count_; }
    ~InFlight() {
        --count_;
        count_.notify_all();
    }
    InFlight(const InFlight&) = delete;
    InFlight& operator=(const InFlight&) = delete;

private:
    std::atomic<std::uint64_t>& count_;
};

}  // namespace http
