// platform/http/load_sampler.h - looks at the writer and the loops four times a second, and moves the ladder.
#pragma once
#include <chrono>
#include <condition_variable>
#include <functional>
#include <memory>
#include <mutex>
#include <thread>

#include "platform/db/database.h"
#include "platform/http/load_ladder.h"

namespace http {

struct LoadSources {
    db::Database& database;
    std::function<std::chrono::nanoseconds()> busiest_loop;  // processor time of the loop that used most of it so far
};

class LoadSampler {
public:
    LoadSampler(LoadSources sources, LoadLadder& ladder);
    ~LoadSampler();
    LoadSampler(const LoadSampler&) = delete;
    LoadSampler& operator=(const LoadSampler&) = delete;

private:
    class Probe;
    struct Delay;

    void work();
    LoadSample sample();
    base::Duration write_delay();

    LoadSources sources_;
    LoadLadder& ladder_;
    std::shared_ptr<Delay> delay_;
    std::chrono::steady_clock::time_point sampled_at_;
    std::chrono::nanoseconds used_;
    std::mutex mutex_;
    std::condition_variable wake_;
    bool is_ending_ = false;
    std::thread thread_;
};

}  // namespace http
