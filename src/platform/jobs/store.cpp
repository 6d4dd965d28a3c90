// All SQL of the jobs.
#include <tuple>

#include "platform/db/transaction.h"
#include "platform/jobs/jobs.h"

namespace jobs {
namespace {

const db::Command<void(JobId, std::string, std::string, base::Instant, base::Instant)> kQueue{
    "insert into job (id, kind, payload, created_at, due_at) values ($1, $2, $3, $4, $5)"};

const db::Query<JobId(base::Instant)> kAnyDue{"select id from job where state = 0 and due_at <= $1 limit 1",
                                              [](const db::Row& row) { return row.as<JobId>(0); }};

// The condition is repeated outside: on PostgreSQL another process may take a row between the two.
const db::Command<LeasedJob(base::Instant, base::Instant, std::int64_t)> kTakeDue{
    "update job set due_at = $2, attempts = attempts + 1"
    " where id in (select id from job where state = 0 and due_at <= $1 order by due_at limit $3)"
    " and state = 0 and due_at <= $1 returning id, kind, payload, attempts, due_at",
    [](const db::Row& row) {
        return LeasedJob{{row.as<JobId>(0), row.as<std::string>(1), row.as<std::string>(2), row.integer(3), {}},
                         row.as<base::Instant>(4)};
    }};

const db::Command<void(JobId, base::Instant)> kFinish{"delete from job where id = $1 and due_at = $2 and state = 0"};

const db::Command<void(JobId, base::Instant, base::Instant, std::string_view)> kTryAgain{
    "update job set due_at = $3, last_error = $4 where id = $1 and due_at = $2 and state = 0"};

const db::Command<void(JobId, base::Instant, std::string_view)> kGiveUp{
    "update job set state = 2, last_error = $3 where id = $1 and due_at = $2 and state = 0"};

const db::Query<FailedJob(std::int64_t)> kFailed{
    "select id, kind, payload, attempts, last_error from job where state = 2 order by id desc limit $1",
    db::columns<FailedJob, JobId, std::string, std::string, std::int64_t, std::string>};

const db::Command<void(std::string, base::Instant)> kEnter{
    "insert into job_schedule (kind, due_at) values ($1, $2) on conflict (kind) do nothing"};

// Changes the row only for the first of several processes.
const db::Command<void(std::string, base::Instant, base::Instant)> kAdvance{
    "update job_schedule set due_at = $3 where kind = $1 and due_at <= $2"};

const db::Query<std::string(base::Instant)> kAnyScheduleDue{"select kind from job_schedule where due_at <= $1 limit 1",
                                                            [](const db::Row& row) { return row.as<std::string>(0); }};

const db::Query<JobId(std::string)> kWaitingOfKind{"select id from job where state = 0 and kind = $1 limit 1",
                                                   [](const db::Row& row) { return row.as<JobId>(0); }};

}  // namespace

void queue(db::Write& tx, const Order& order) { queue_at(tx, order, tx.now()); }

void queue_at(db::Write& tx, const Order& order, base::Instant due_at) {
    tx.run(kQueue, tx.new_id<JobId>(), order.kind, order.payload, tx.now(), due_at);
}

bool has_due_job(db::Read& read, base::Instant now) { return read.one(kAnyDue, now).has_value(); }

std::vector<LeasedJob> take_due_jobs(db::Write& tx, const Lease& lease) {
    auto jobs = tx.run_all(kTakeDue, tx.now(), lease.until, lease.limit);
    for (LeasedJob& leased : jobs) leased.job.now = tx.now();
    return jobs;
}

void finish(db::Write& tx, const LeasedJob& leased) { tx.run(kFinish, leased.job.id, leased.until); }

void try_again(db::Write& tx, const LeasedJob& leased, base::Instant due_at, std::string_view reason) {
    tx.run(kTryAgain, leased.job.id, leased.until, due_at, reason);
}

void give_up(db::Write& tx, const LeasedJob& leased, std::string_view reason) {
    tx.run(kGiveUp, leased.job.id, leased.until, reason);
}

std::vector<FailedJob> failed_jobs(db::Read& read, std::int64_t limit) { return read.all(kFailed, limit); }

void enter_schedules(db::Write& tx, const std::vector<Schedule>& schedules) {
    for (const Schedule& schedule : schedules) tx.run(kEnter, schedule.kind, next_time(schedule, tx.now()));
}

bool has_due_schedule(db::Read& read, base::Instant now) { return read.one(kAnyScheduleDue, now).has_value(); }

std::int64_t queue_scheduled(db::Write& tx, const std::vector<Schedule>& schedules) {
    std::int64_t queued = 0;
    for (const Schedule& schedule : schedules) {
        const bool is_due = tx.run(kAdvance, schedule.kind, tx.now(), next_time(schedule, tx.now())) > 0;
        if (!is_due || tx.one(kWaitingOfKind, schedule.kind)) continue;
        queue(tx, {schedule.kind, ""});
        ++queued;
    }
    return queued;
}

}  // namespace jobs
