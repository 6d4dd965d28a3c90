// platform/http/core.cpp - puts the shared parts together.
#include "platform/http/core.h"

#include <utility>

#include "platform/db/database.h"
#include "platform/http/exchange.h"

namespace http {
namespace {

constexpr int kComputingNice = 5;

}  // namespace

Core::Core(ServerConfig the_config, Router the_router, db::Database& the_database, ServerHooks the_hooks)
    : config(std::move(the_config)),
      router(std::move(the_router)),
      batch_groups(make_batch_groups(router)),
      database(the_database),
      hooks(std::move(the_hooks)),
      timings(router, hooks.metrics),
      pool(std::make_unique<Pool>(Pool::Size{config.pool_threads, config.pool_queue})),
      computers(std::make_unique<Pool>(Pool::Size{config.computing_threads, config.pool_queue, kComputingNice})),
      makers(std::make_unique<Pool>(Pool::Size{config.maker_threads, config.maker_queue})),
      line(std::make_unique<WaitingLine>(WaitingLine::Limits{config.line_length, config.line_patience})) {
    if (!hooks.clock) hooks.clock = db::now;
}

}  // namespace http
