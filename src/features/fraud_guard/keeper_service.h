// features/fraud_guard/keeper_service.h - what keeps the guard and the database in step, on a thread of its own: the
// settings and lists as staff left them (on whichever node), the puzzles that were used, the log of what switched by
// itself.
#pragma once
#include <condition_variable>
#include <mutex>
#include <optional>
#include <thread>
#include <vector>

#include "features/fraud_guard/guard_service.h"
#include "platform/db/database.h"
#include "platform/runtime/config.h"
#include "platform/runtime/metrics.h"
#include "ports/load_ladder.h"

namespace fraud_guard {

inline constexpr base::Duration kKeepEvery = base::milliseconds(500);

struct Kept {
    db::Database& database;
    const runtime::Config::Limits& limits;
    Guard& guard;
    ports::LoadLadder& ladder;
    runtime::Metrics& metrics;
};

class Keeper {
public:
    // Reads once before it returns, then every kKeepEvery until it is destroyed.
    explicit Keeper(const Kept& kept);
    ~Keeper();
    Keeper(const Keeper&) = delete;
    Keeper& operator=(const Keeper&) = delete;

    // Once now: for tests and for the start.
    void keep();

private:
    void work();
    void read();
    void write_used();
    void log_switches();

    Kept kept_;
    runtime::Gauge& pressure_gauge_;
    runtime::Gauge& step_gauge_;
    std::optional<base::Instant> pressure_;  // as it was logged
    ports::LoadStep step_ = ports::LoadStep::everything;
    base::Instant forgot_at_{};
    std::vector<UsedProof> unsaved_;  // a database that is busy or away gets them later
    std::mutex keeping_;              // one at a time: its thread, or whoever calls keep()
    std::mutex mutex_;
    std::condition_variable wake_;
    bool stopping_ = false;
    std::thread thread_;
};

}  // namespace fraud_guard
