// platform/jobs/jobs.h - work for later, as rows: queued in the transaction that causes it, done by workers.
//
//   jobs::queue(tx, {"photos.shrink", photo.id}, now);                     // in a slice
//   handlers.add("photos.shrink", [&](const jobs::Job& job) { ... });       // in app
//   handlers.every("petitions.recount", base::hours(1), recount);
//
// A job runs at least once: a crash leaves its lease to expire, then it runs again. Handlers must bear that.
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
class Write;
}

namespace jobs {

using JobId = base::Id<struct JobTag>;

// Work that is wanted.
struct Order {
    std::string kind;     // "slice.work"
    std::string payload;  // what the handler needs, usually an id or JSON; never a secret
};

// Work that is due, as its handler sees it.
struct Job {
    JobId id;
    std::string kind;
    std::string payload;
    std::int64_t attempts;  // before this one
    base::Instant now;
};

// Does the work; opens its own transactions on the services it was made with. An exception means failure: tried again
// after 1, 5, 30 minutes, 2, 8 and 24 hours, then kept as failed.
using Handler = std::function<void(const Job&)>;

class Handlers {
public:
    void add(std::string_view kind, Handler handler);  // a kind twice is a bug
    // Also runs it by itself: every so often, or each day at a time of the day in UTC. The row of a scheduled kind is
    // kept in the table, so that several processes run it once.
    void every(std::string_view kind, base::Duration interval, Handler handler);
    void daily(std::string_view kind, base::Duration time_of_day, Handler handler);

    struct Schedule {
        std::string kind;
        base::Duration interval;
        base::Duration offset;  // from midnight UTC; only for whole days
    };
    const Handler* find(std::string_view kind) const;
    const std::vector<Schedule>& schedules() const { return schedules_; }

private:
    std::map<std::string, Handler, std::less<>> by_kind_;
    std::vector<Schedule> schedules_;
};

// Orders one job for `due_at`.
void queue(db::Write& tx, const Order& order, base::Instant due_at);

}  // namespace jobs
