// platform/http/pool.cpp - a queue and its threads.
#include "platform/http/pool.h"

#include <algorithm>

#include <sys/resource.h>

namespace http {

Pool::Pool(Size size) : queue_length_(size.queue) {
    for (unsigned i = 0; i < std::max(1U, size.threads); ++i)
        threads_.emplace_back([this, nice = size.nice] { work(nice); });
}

Pool::~Pool() {
    {
        const std::lock_guard lock{mutex_};
        is_ending_ = true;
    }
    wake_.notify_all();
    for (auto& thread : threads_) thread.join();
}

bool Pool::take(std::shared_ptr<PoolJob> job) {
    {
        const std::lock_guard lock{mutex_};
        if (jobs_.size() >= queue_length_) return false;
        jobs_.push_back(std::move(job));
    }
    wake_.notify_one();
    return true;
}

void Pool::work(int nice) {
    if (nice != 0) setpriority(PRIO_PROCESS, 0, nice);  // Linux counts it for the calling thread alone
    while (true) {
        std::shared_ptr<PoolJob> job;
        {
            std::unique_lock lock{mutex_};
            wake_.wait(lock, [this] { return is_ending_ || !jobs_.empty(); });
            if (jobs_.empty()) return;
            job = std::move(jobs_.front());
            jobs_.pop_front();
        }
        job->run_on_pool();
    }
}

}  // namespace http
