#include "platform/jobs/runner.h"

#include <array>
#include <chrono>

#include "platform/runtime/log.h"

namespace jobs {
namespace {

constexpr base::Duration kLease = base::minutes(10);
constexpr base::Duration kIdle = base::seconds(1);      // between looks at an empty queue
constexpr base::Duration kTrouble = base::seconds(10);  // after a fault of the database
constexpr std::array kDelays{base::minutes(1), base::minutes(5), base::minutes(30),
                             base::hours(2),   base::hours(8),   base::hours(24)};

runtime::Counter& counter(runtime::Metrics& metrics, const char* outcome) {
    return metrics.counter({"alltogether_jobs_total", "Jobs that ran, by outcome", {{"outcome", outcome}}});
}

}  // namespace

std::optional<base::Duration> delay_after(std::int64_t attempts) {
    if (attempts < 1 || attempts > static_cast<std::int64_t>(kDelays.size())) return std::nullopt;
    return kDelays[static_cast<std::size_t>(attempts - 1)];
}

Runner::Runner(const RunnerServices& services)
    : services_(services), done_(counter(services.metrics, "done")), failed_(counter(services.metrics, "failed")) {}

Runner::~Runner() { stop(); }

void Runner::start() {
    for (std::int64_t i = 0; i < services_.workers; ++i) workers_.emplace_back([this] { work(); });
}

void Runner::stop() {
    {
        const std::scoped_lock lock(mutex_);
        stopping_ = true;
    }
    wake_.notify_all();
    for (std::thread& worker : workers_) worker.join();
    workers_.clear();
}

void Runner::work() {
    base::Duration wait{};
    while (pause(wait)) {
        try {
            wait = run_due() ? base::Duration{} : kIdle;
        } catch (const std::exception& fault) {
            runtime::log_error("jobs could not be taken", {{"reason", fault.what()}});
            wait = kTrouble;
        }
    }
}

// False when the runner is to stop.
bool Runner::pause(base::Duration duration) {
    std::unique_lock lock(mutex_);
    return !wake_.wait_for(lock, std::chrono::microseconds(duration.microseconds), [this] { return stopping_; });
}

bool Runner::run_due() {
    enter_schedules_once();
    queue_scheduled_jobs();
    db::Database& database = services_.database;
    if (!database.read([&](db::Read& read) { return has_due_job(read, database.now()); })) return false;
    const auto leased = database.write([](db::Write& tx) { return take_due_jobs(tx, {tx.now() + kLease, 1}); });
    for (const LeasedJob& job : leased) run(job);
    return !leased.empty();
}

// At the first run and not before: a runner may be made before its handlers are all there.
void Runner::enter_schedules_once() {
    std::call_once(schedules_entered_, [this] {
        services_.database.write([&](db::Write& tx) { enter_schedules(tx, services_.handlers.schedules()); });
    });
}

void Runner::queue_scheduled_jobs() {
    db::Database& database = services_.database;
    if (!database.read([&](db::Read& read) { return has_due_schedule(read, database.now()); })) return;
    database.write([&](db::Write& tx) { queue_scheduled(tx, services_.handlers.schedules()); });
}

void Runner::run(const LeasedJob& leased) {
    const Handler* handler = services_.handlers.find(leased.job.kind);
    if (handler == nullptr) return record_failure(leased, "nobody does jobs of kind " + leased.job.kind);
    try {
        (*handler)(leased.job);
    } catch (const std::exception& fault) {
        return record_failure(leased, fault.what());
    }
    services_.database.write([&](db::Write& tx) { finish(tx, leased); });
    done_.increment();
}

void Runner::record_failure(const LeasedJob& leased, const std::string& reason) {
    runtime::log_error("a job failed", {{"kind", leased.job.kind}, {"job", leased.job.id.value}, {"reason", reason}});
    failed_.increment();
    const auto delay = delay_after(leased.job.attempts);
    services_.database.write([&](db::Write& tx) {
        if (delay) {
            try_again(tx, leased, tx.now() + *delay, reason);
        } else {
            give_up(tx, leased, reason);
        }
    });
}

}  // namespace jobs
