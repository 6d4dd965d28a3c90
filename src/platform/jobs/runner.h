// platform/jobs/runner.h - the workers that do the jobs.
//
//   jobs::Runner runner{{database, handlers, metrics, config.jobs.workers}};
//   runner.start();
#pragma once

#include <condition_variable>
#include <cstdint>
#include <mutex>
#include <optional>
#include <thread>
#include <vector>

#include "platform/db/database.h"
#include "platform/jobs/jobs.h"
#include "platform/runtime/metrics.h"

namespace jobs {

// What a runner works with; all of it outlives the runner.
struct RunnerServices {
    db::Database& database;
    const Handlers& handlers;
    runtime::Metrics& metrics;
    std::int64_t workers = 2;
};

// When a job that failed for the `attempts`-th time runs again; nullopt: it is given up.
std::optional<base::Duration> delay_after(std::int64_t attempts);

class Runner {
public:
    explicit Runner(const RunnerServices& services);
    ~Runner();  // stops
    Runner(const Runner&) = delete;
    Runner& operator=(const Runner&) = delete;

    void start();
    void stop();  // waits for the jobs that are running

    // Queues what the schedules name and does one due job; false when there was none. start() runs this in a loop.
    bool run_due();

private:
    void work();
    bool pause(base::Duration duration);
    void enter_schedules_once();
    void queue_scheduled_jobs();
    void run(const LeasedJob& leased);
    void record_failure(const LeasedJob& leased, const std::string& reason);

    RunnerServices services_;
    runtime::Counter& done_;
    runtime::Counter& failed_;
    std::once_flag schedules_entered_;
    std::mutex mutex_;
    std::condition_variable wake_;
    bool stopping_ = false;
    std::vector<std::thread> workers_;
};

}  // namespace jobs
