// platform/http/pool.h - the threads on which handlers render and compute.
#pragma once
#include <condition_variable>
#include <cstddef>
#include <deque>
#include <memory>
#include <mutex>
#include <thread>
#include <vector>

namespace http {

class PoolJob {
public:
    virtual ~PoolJob() = default;
    virtual void run_on_pool() noexcept = 0;
};

class Pool {
public:
    struct Size {
        unsigned threads;
        std::size_t queue;  // jobs waiting at most
        int nice = 0;       // of its threads; above 0: the others go first
    };
    explicit Pool(Size size);
    ~Pool();  // runs what was taken, then joins

    // False when the queue is full.
    bool take(std::shared_ptr<PoolJob> job);

private:
    void work(int nice);

    std::size_t queue_length_;
    std::mutex mutex_;
    std::condition_variable wake_;
    std::deque<std::shared_ptr<PoolJob>> jobs_;
    bool is_ending_ = false;
    std::vector<std::thread> threads_;
};

}  // namespace http
