#include "platform/http/waiting_line.h"

#include <utility>

namespace http {
namespace {

constexpr std::chrono::milliseconds kBeforeNextTry{1};

}  // namespace

WaitingLine::WaitingLine(const Limits& limits) : limits_(limits), thread_([this] { work(); }) {}

WaitingLine::~WaitingLine() {
    {
        const std::lock_guard lock{mutex_};
        is_ending_ = true;
    }
    wake_.notify_one();
    thread_.join();
    for (const Place& place : places_) place.waiting->give_up();
}

bool WaitingLine::take(std::shared_ptr<Waiting> waiting) {
    {
        const std::lock_guard lock{mutex_};
        if (places_.size() >= limits_.length) return false;
        places_.push_back({std::move(waiting), Clock::now() + limits_.patience});
        length_ = places_.size();
    }
    wake_.notify_one();
    return true;
}

void WaitingLine::work() {
    while (true) {
        Place first;
        {
            std::unique_lock lock{mutex_};
            wake_.wait(lock, [this] { return is_ending_ || !places_.empty(); });
            if (is_ending_) return;
            first = places_.front();
        }
        if (serve_first(first))
            leave();
        else
            std::this_thread::sleep_for(kBeforeNextTry);
    }
}

// Whether it has left.
bool WaitingLine::serve_first(const Place& first) {
    if (first.waiting->try_to_enter()) return true;
    if (Clock::now() < first.until) return false;
    first.waiting->give_up();
    return true;
}

void WaitingLine::leave() {
    const std::lock_guard lock{mutex_};
    places_.pop_front();
    length_ = places_.size();
}

}  // namespace http
