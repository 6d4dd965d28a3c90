#include "features/fairness_test/compute_pool.h"

#include <atomic>
#include <stdexcept>

#include <gtest/gtest.h>
#include <sched.h>
#include <sys/resource.h>

namespace fairness_test {
namespace {

// How many processors the calling thread may use.
int processors() {
    cpu_set_t allowed;
    CPU_ZERO(&allowed);
    return sched_getaffinity(0, sizeof allowed, &allowed) == 0 ? CPU_COUNT(&allowed) : 0;
}

TEST(ComputePool, works_elsewhere_and_hands_results_and_faults_back) {
    ComputePool pool;
    const auto here = std::this_thread::get_id();
    EXPECT_NE(pool.run(Lane::quick, [] { return std::this_thread::get_id(); }), here);
    EXPECT_EQ(pool.run(Lane::thorough, [] { return 42; }), 42);
    EXPECT_THROW(pool.run(Lane::quick, []() -> int { throw std::runtime_error{"no"}; }), std::runtime_error);
    EXPECT_EQ(pool.run(Lane::quick, [] { return 1; }), 1) << "a fault ends no thread";
}

TEST(ComputePool, leaves_a_processor_and_the_first_place_to_others) {
    ComputePool pool;
    const int all = processors();
    const int own_priority = getpriority(PRIO_PROCESS, 0);
    for (const auto lane : {Lane::quick, Lane::thorough}) {
        EXPECT_EQ(pool.run(lane, processors), all > 1 ? all - 1 : all);
        EXPECT_GT(pool.run(lane, [] { return getpriority(PRIO_PROCESS, 0); }), own_priority);
    }
    EXPECT_EQ(processors(), all) << "the asker's own thread stays as it was";
}

TEST(ComputePool, never_runs_more_at_once_than_it_has_threads) {
    ComputePool pool;
    const int most = std::max(1, processors() - 1);
    std::atomic<int> running = 0, highest = 0;
    {
        std::vector<std::jthread> askers;
        for (int i = 0; i < 24; ++i)
            askers.emplace_back([&] {
                pool.run(Lane::quick, [&] {
                    const int now = ++running;
                    for (int seen = highest; now > seen && !highest.compare_exchange_weak(seen, now);) continue;
                    std::this_thread::yield();
                    --running;
                });
            });
    }
    EXPECT_LE(highest, most);
    while (pool.busy(Lane::quick) > 0) std::this_thread::yield();  // the last ones are leaving
}

}  // namespace
}  // namespace fairness_test
