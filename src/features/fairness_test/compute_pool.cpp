#include "features/fairness_test/compute_pool.h"

#include <algorithm>

#include <sched.h>
#include <sys/resource.h>

namespace fairness_test {
namespace {

// The processors that this program may use.
cpu_set_t allowed_processors() {
    cpu_set_t allowed;
    CPU_ZERO(&allowed);
    if (sched_getaffinity(0, sizeof allowed, &allowed) != 0) CPU_SET(0, &allowed);
    return allowed;
}

// All but the first, where there are several.
cpu_set_t processors_left() {
    auto left = allowed_processors();
    if (CPU_COUNT(&left) < 2) return left;
    for (int processor = 0; processor < CPU_SETSIZE; ++processor)
        if (CPU_ISSET(processor, &left)) {
            CPU_CLR(processor, &left);
            break;
        }
    return left;
}

// Linux counts both for the calling thread alone. A system that refuses leaves the thread as it was.
void step_back(Lane lane) {
    constexpr int kQuickNice = 5, kThoroughNice = 15;
    const auto left = processors_left();
    sched_setaffinity(0, sizeof left, &left);
    setpriority(PRIO_PROCESS, 0, lane == Lane::quick ? kQuickNice : kThoroughNice);
}

}  // namespace

ComputePool::ComputePool() {
    const auto left = processors_left();
    const int quick = std::max(1, CPU_COUNT(&left));
    for (int i = 0; i < quick; ++i) threads_.emplace_back([this] { serve(Lane::quick); });
    threads_.emplace_back([this] { serve(Lane::thorough); });
}

ComputePool::~ComputePool() {
    {
        const std::scoped_lock lock{mutex_};
        is_ending_ = true;
    }
    wake_.notify_all();
}

std::size_t ComputePool::busy(Lane lane) const {
    const std::scoped_lock lock{mutex_};
    const auto& queue = queues_[static_cast<std::size_t>(lane)];
    return queue.waiting.size() + queue.running;
}

void ComputePool::add(Lane lane, std::function<void()> work) {
    {
        const std::scoped_lock lock{mutex_};
        queue(lane).waiting.push_back(std::move(work));
    }
    wake_.notify_all();
}

void ComputePool::serve(Lane lane) {
    step_back(lane);
    auto& own = queue(lane);
    std::unique_lock lock{mutex_};
    while (true) {
        wake_.wait(lock, [&] { return is_ending_ || !own.waiting.empty(); });
        if (is_ending_) return;
        const auto work = std::move(own.waiting.front());
        own.waiting.pop_front();
        ++own.running;
        lock.unlock();
        work();
        lock.lock();
        --own.running;
    }
}

}  // namespace fairness_test
