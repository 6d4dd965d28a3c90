// features/fairness_test/compute_pool.h - the threads on which budgets are simulated: few, and never in the way of
// others.
#pragma once
#include <condition_variable>
#include <cstddef>
#include <deque>
#include <functional>
#include <future>
#include <mutex>
#include <thread>
#include <utility>
#include <vector>

namespace fairness_test {

// quick: answers of milliseconds. thorough: the whole population, and making it. One never waits for the other.
enum class Lane : unsigned char { quick, thorough };

// Threads that stay off the first of the program's processors where there are several, and run at a low priority, so
// that sign-ons, pages and mail always come first. The quick lane has as many as there are processors left, the
// thorough one has one, which gives way to the quick ones.
class ComputePool {
public:
    ComputePool();
    ~ComputePool();  // nobody may be waiting
    ComputePool(const ComputePool&) = delete;
    ComputePool& operator=(const ComputePool&) = delete;

    // Runs the work there and waits for its result; what it throws is thrown here.
    template <class Work>
    auto run(Lane lane, Work work) {
        std::packaged_task<decltype(work())()> task{std::move(work)};
        auto result = task.get_future();
        add(lane, [&task] { task(); });
        return result.get();
    }

    // Askers whose work is done or waits in a lane.
    std::size_t busy(Lane lane) const;

private:
    struct Queue {
        std::deque<std::function<void()>> waiting;
        std::size_t running = 0;
    };
    void add(Lane lane, std::function<void()> work);
    void serve(Lane lane);
    Queue& queue(Lane lane) { return queues_[static_cast<std::size_t>(lane)]; }

    mutable std::mutex mutex_;
    std::condition_variable wake_;
    bool is_ending_ = false;
    Queue queues_[2];
    std::vector<std::jthread> threads_;
};

}  // namespace fairness_test
