// Work for later on both databases: done once, tried again when it fails, back after a crash, on schedule.
#include <atomic>
#include <stdexcept>
#include <thread>

#include <gtest/gtest.h>

#include "platform/jobs/runner.h"
#include "tests/support/databases.h"

namespace {

const base::Instant kNoon{1'795'348'800'000'000};  // 2026-11-22T12:00:00Z

class Jobs : public testing::TestWithParam<test_support::Kind> {
protected:
    void queue(const std::string& kind, const std::string& payload = "") {
        database->write([&](db::Write& tx) { jobs::queue(tx, {kind, payload}); });
    }
    jobs::RunnerServices services() { return {*database, handlers, metrics, 3}; }
    std::vector<jobs::FailedJob> failed() {
        return database->read([](db::Read& read) { return jobs::failed_jobs(read, 10); });
    }
    double count(const char* outcome) {
        return metrics.counter({"alltogether_jobs_total", "", {{"outcome", outcome}}}).value();
    }

    base::Instant clock = kNoon;
    test_support::TestDatabase database{GetParam(), [this] { return clock; }};
    jobs::Handlers handlers;
    runtime::Metrics metrics;
};

TEST_P(Jobs, APhotoIsShrunkOnceAfterItsUpload) {
    std::vector<std::string> done;
    handlers.add("photos.shrink", [&](const jobs::Job& job) {
        done.push_back(job.payload);
        EXPECT_EQ(job.attempts, 1);
        EXPECT_EQ(job.now, kNoon);
    });
    queue("photos.shrink", "photo 7");
    jobs::Runner runner(services());
    EXPECT_TRUE(runner.run_due());
    EXPECT_FALSE(runner.run_due());
    EXPECT_EQ(done, std::vector<std::string>{"photo 7"});
}

TEST_P(Jobs, AJobMayQueueTheNextOne) {
    int runs = 0;
    handlers.add("count", [&](const jobs::Job& job) {
        ++runs;
        if (job.payload != "last") queue("count", "last");
    });
    queue("count");
    jobs::Runner runner(services());
    while (runner.run_due()) {
    }
    EXPECT_EQ(runs, 2);
}

TEST_P(Jobs, WhatFailsIsTriedAgainAndAtLastKeptAsFailed) {
    int runs = 0;
    handlers.add("webhook", [&](const jobs::Job&) {
        ++runs;
        throw std::runtime_error("nobody answers");
    });
    queue("webhook", "https://union.example/hook");
    jobs::Runner runner(services());
    for (const base::Duration wait :
         {base::minutes(1), base::minutes(5), base::minutes(30), base::hours(2), base::hours(8), base::hours(24)}) {
        EXPECT_TRUE(runner.run_due());
        EXPECT_FALSE(runner.run_due());
        clock = clock + wait - base::seconds(1);
        EXPECT_FALSE(runner.run_due());
        clock = clock + base::seconds(1);
    }
    EXPECT_TRUE(failed().empty());
    EXPECT_TRUE(runner.run_due());
    ASSERT_EQ(failed().size(), 1u);
    EXPECT_EQ(failed()[0].attempts, 7);
    EXPECT_EQ(failed()[0].last_error, "nobody answers");
    EXPECT_EQ(count("failed"), 7);
    EXPECT_EQ(runs, 7);
}

TEST_P(Jobs, AJobOfACrashedWorkerRunsAgainWhenItsLeaseIsOver) {
    queue("photos.shrink");
    const auto taken =
        database->write([](db::Write& tx) { return jobs::take_due_jobs(tx, {tx.now() + base::minutes(10), 1}); });
    ASSERT_EQ(taken.size(), 1u);
    int runs = 0;
    handlers.add("photos.shrink", [&](const jobs::Job&) { ++runs; });
    jobs::Runner runner(services());
    EXPECT_FALSE(runner.run_due());
    clock = clock + base::minutes(10);
    EXPECT_TRUE(runner.run_due());
    EXPECT_EQ(runs, 1);
    // The first worker was only slow: its outcome comes too late to matter.
    database->write([&](db::Write& tx) { jobs::give_up(tx, taken[0], "too late"); });
    EXPECT_TRUE(failed().empty());
}

TEST_P(Jobs, ADelayedJobWaitsForItsTime) {
    handlers.add("remind", [](const jobs::Job&) {});
    database->write([&](db::Write& tx) { jobs::queue_at(tx, {"remind", ""}, kNoon + base::days(3)); });
    jobs::Runner runner(services());
    EXPECT_FALSE(runner.run_due());
    clock = kNoon + base::days(3);
    EXPECT_TRUE(runner.run_due());
}

TEST_P(Jobs, AScheduledJobRunsEachTimeOnceHoweverManyProcessesThereAre) {
    int runs = 0;
    handlers.every("petitions.recount", base::hours(1), [&](const jobs::Job&) { ++runs; });
    jobs::Runner here(services());
    jobs::Runner there(services());
    EXPECT_FALSE(here.run_due());
    for (int hour = 1; hour <= 3; ++hour) {
        clock = kNoon + base::hours(hour);
        here.run_due();
        there.run_due();
        EXPECT_EQ(runs, hour);
    }
    clock = kNoon + base::hours(10);  // the program was not running: what was missed is done once
    here.run_due();
    there.run_due();
    EXPECT_EQ(runs, 4);
}

TEST_P(Jobs, ARunnerMayBeMadeBeforeItsHandlers) {
    jobs::Runner runner(services());
    int runs = 0;
    handlers.daily("forget", base::hours(13), [&](const jobs::Job&) { ++runs; });
    EXPECT_FALSE(runner.run_due());
    clock = kNoon + base::hours(1);
    EXPECT_TRUE(runner.run_due());
    EXPECT_EQ(runs, 1);
}

TEST_P(Jobs, AFailingScheduledJobDoesNotPileUp) {
    handlers.every("broken", base::minutes(1), [](const jobs::Job&) { throw std::runtime_error("broken"); });
    jobs::Runner runner(services());
    for (int minute = 1; minute <= 20; ++minute) {
        clock = kNoon + base::minutes(minute);
        while (runner.run_due()) {
        }
    }
    EXPECT_EQ(count("failed"), 3);  // after 1, then 5, then 30 minutes
}

TEST_P(Jobs, AnUnknownKindIsKeptForTheReleaseThatKnowsIt) {
    queue("from.the.future");
    jobs::Runner runner(services());
    EXPECT_TRUE(runner.run_due());
    handlers.add("from.the.future", [](const jobs::Job&) {});
    clock = clock + base::minutes(1);
    EXPECT_TRUE(runner.run_due());
    EXPECT_EQ(count("done"), 1);
}

TEST_P(Jobs, SeveralWorkersShareTheWork) {
    std::atomic<int> runs = 0;
    handlers.add("work", [&](const jobs::Job&) { ++runs; });
    for (int i = 0; i < 60; ++i) queue("work");
    jobs::Runner runner(services());
    runner.start();
    while (count("done") < 60) std::this_thread::yield();
    runner.stop();
    EXPECT_EQ(runs, 60);
}

ALLTOGETHER_ON_BOTH_DATABASES(Jobs);

TEST(Schedule, NamesTheNextTime) {
    EXPECT_EQ(jobs::next_time({"a", base::hours(1), {}}, kNoon), kNoon + base::hours(1));
    EXPECT_EQ(jobs::next_time({"a", base::hours(1), {}}, kNoon + base::minutes(59)), kNoon + base::hours(1));
    EXPECT_EQ(jobs::next_time({"a", base::days(1), base::hours(3)}, kNoon), kNoon + base::hours(15));
    EXPECT_EQ(jobs::next_time({"a", base::days(1), base::hours(13)}, kNoon), kNoon + base::hours(1));
}

}  // namespace
