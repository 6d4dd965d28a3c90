// platform/jobs/jobs.h - work for later, as rows: queued in the transaction that causes it, done by workers.
//
//   jobs::queue(tx, {"photos.shrink", std::to_string(photo.id.value)});                     // in a slice
//   handlers.add("photos.shrink", [&](const jobs::Job& job) { ... });                      // in app
//   handlers.every("petitions.recount", base::hours(1), [&](const jobs::Job&) { ... });
//
// A job runs at least once: after a crash its lease runs out and it runs again. Handlers must bear that.
#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "base/id.h"
#include "base/instant.h"

namespace db {
class Read;
class Write;
}  // namespace db

namespace jobs {

using JobId = base::Id<struct JobTag>;

// Work that is wanted.
struct Order {
    std::string kind;     // "slice.work"
    std::string payload;  // what the handler needs, usually an id; never a secret
};

// Orders one job, for as soon as a worker is free, or not before `due_at`.
void queue(db::Write& tx, const Order& order);
void queue_at(db::Write& tx, const Order& order, base::Instant due_at);

// Work that is due, as its handler sees it.
struct Job {
    JobId id;
    std::string kind;
    std::string payload;
    std::int64_t attempts;  // this one included: 1 on the first
    base::Instant now;
};

// Does the work in at most ten minutes (the lease; longer work is cut into several jobs) with transactions of its own
// on the services it was made with. An exception means failure: tried again after 1, 5 and 30 minutes, 2, 8 and 24
// hours, then kept as failed. Called from several threads.
using Handler = std::function<void(const Job&)>;

struct Schedule {
    std::string kind;
    base::Duration interval;
    base::Duration offset;  // since midnight UTC, when the interval is a day; else 0
};

// The first time after `now` that the schedule names: multiples of the interval since 1970, and the offset.
base::Instant next_time(const Schedule& schedule, base::Instant now);

// Filled by app before the workers start, read-only afterwards.
class Handlers {
public:
    void add(std::string_view kind, Handler handler);  // a kind twice is a bug
    // Also runs it by itself, with an empty payload: every so often, or each day at a time of the day in UTC. However
    // many processes there are, it runs once each time, and never while the one before still waits or runs.
    void every(std::string_view kind, base::Duration interval, Handler handler);
    void daily(std::string_view kind, base::Duration time_of_day, Handler handler);

    const Handler* find(std::string_view kind) const;  // nullptr: no such kind
    const std::vector<Schedule>& schedules() const { return schedules_; }

private:
    std::map<std::string, Handler, std::less<>> by_kind_;
    std::vector<Schedule> schedules_;
};

// Jobs that were given up, newest first, for `alltogether check` and the staff's page.
struct FailedJob {
    JobId id;
    std::string kind;
    std::string payload;
    std::int64_t attempts;
    std::string last_error;
};
std::vector<FailedJob> failed_jobs(db::Read& read, std::int64_t limit);

// For the runner: takes at most `limit` due jobs; nobody else takes them before `until`.
struct Lease {
    base::Instant until;
    std::int64_t limit;
};
struct LeasedJob {
    Job job;
    base::Instant until;
};
bool has_due_job(db::Read& read, base::Instant now);
std::vector<LeasedJob> take_due_jobs(db::Write& tx, const Lease& lease);
// The outcome of a lease that was lost meanwhile is dropped.
void finish(db::Write& tx, const LeasedJob& leased);
void try_again(db::Write& tx, const LeasedJob& leased, base::Instant due_at, std::string_view reason);
void give_up(db::Write& tx, const LeasedJob& leased, std::string_view reason);

// Notes when each schedule is due first; queues the jobs of those that are due now. Returns how many were queued.
void enter_schedules(db::Write& tx, const std::vector<Schedule>& schedules);
std::int64_t queue_scheduled(db::Write& tx, const std::vector<Schedule>& schedules);
bool has_due_schedule(db::Read& read, base::Instant now);

}  // namespace jobs
