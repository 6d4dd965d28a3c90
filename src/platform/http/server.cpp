// platform/http/server.cpp - starts the loops, and stops them in good order.
#include "platform/http/server.h"

#include <algorithm>
#include <chrono>
#include <thread>
#include <utility>
#include <vector>

#include <sys/resource.h>

#include "base/check.h"
#include "platform/http/core.h"
#include "platform/http/load_sampler.h"
#include "platform/http/loop.h"

namespace http {
namespace {

void raise_limit_of_open_files() {
    rlimit limit{};
    if (getrlimit(RLIMIT_NOFILE, &limit) != 0 || limit.rlim_cur == limit.rlim_max) return;
    limit.rlim_cur = limit.rlim_max;
    setrlimit(RLIMIT_NOFILE, &limit);  // where it fails, the old limit stands: fewer connections, told by accept
}

}  // namespace

class Server::Parts {
public:
    Parts(ServerConfig config, Router router, db::Database& database, ServerHooks hooks)
        : core(std::move(config), std::move(router), database, std::move(hooks)) {}

    Core core;
    std::uint16_t port = 0;
    std::vector<std::unique_ptr<Loop>> loops;
    std::unique_ptr<LoadSampler> sampler;  // after the loops, which it looks at

    std::chrono::nanoseconds busiest_loop() {
        std::chrono::nanoseconds most{};
        for (const auto& loop : loops) most = std::max(most, loop->processor_time());
        return most;
    }

    void listen() {
        const auto& config = core.config;
        port = config.port;
        if (port != 0) Loop::probe(config.address, port);
        for (unsigned i = 0; i < std::max(1U, config.io_threads); ++i) {
            loops.push_back(std::make_unique<Loop>(core));
            port = loops.back()->listen(config.address, port);
        }
    }

    template <class Done>
    static bool wait_until(std::chrono::steady_clock::time_point deadline, Done done) {
        while (!done()) {
            if (std::chrono::steady_clock::now() > deadline) return false;
            std::this_thread::sleep_for(std::chrono::milliseconds{1});
        }
        return true;
    }
};

Server::Server(ServerConfig config, Router router, db::Database& database, ServerHooks hooks)
    : parts_(std::make_unique<Parts>(std::move(config), std::move(router), database, std::move(hooks))) {}

Server::~Server() { stop(); }

void Server::start() {
    CHECK(parts_->loops.empty());
    raise_limit_of_open_files();
    parts_->listen();
    for (auto& loop : parts_->loops) loop->start();
    if (auto* ladder = parts_->core.hooks.ladder; ladder != nullptr)
        parts_->sampler = std::make_unique<LoadSampler>(
            LoadSources{parts_->core.database, [this] { return parts_->busiest_loop(); }}, *ladder);
}

std::uint16_t Server::port() const { return parts_->port; }

void Server::stop() {
    auto& core = parts_->core;
    if (core.is_stopping.exchange(true) || parts_->loops.empty()) return;
    parts_->sampler = nullptr;
    for (auto& loop : parts_->loops) loop->stop_accepting();
    const auto deadline = std::chrono::steady_clock::now() + core.config.stop_deadline;
    const auto all_closed = [&] { return core.counters.connections_open == 0; };
    if (!Parts::wait_until(deadline, all_closed))
        for (auto& loop : parts_->loops) loop->close_all();
    // What the pool or the writer still has comes back to its loop first: nothing may point to a loop that is gone.
    for (auto count = core.in_flight.load(); count != 0; count = core.in_flight.load()) core.in_flight.wait(count);
    parts_->loops.clear();
}

const Router& Server::router() const { return parts_->core.router; }

ServerStatistics Server::statistics() const {
    const auto& counters = parts_->core.counters;
    return {counters.requests,     counters.server_errors, counters.connections_open, counters.connections_refused,
            counters.streams_open, counters.cache_hits,    counters.timeouts};
}

}  // namespace http
