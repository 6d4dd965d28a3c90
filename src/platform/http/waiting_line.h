// platform/http/waiting_line.h - where sign-ons wait when the writer has no room for them, instead of being sent away.
// Their browsers wait with them: the answer leaves after the durable commit as ever, so that nothing is acknowledged
// that could still be lost (docs/decisions, "Sign-ons wait in line, unanswered").
#pragma once
#include <atomic>
#include <chrono>
#include <condition_variable>
#include <cstddef>
#include <deque>
#include <memory>
#include <mutex>
#include <thread>

namespace http {

// What stands in line. Both members are called on the line's thread, one at a time.
class Waiting {
public:
    virtual ~Waiting() = default;
    // Whether there was room: then it has left the line.
    virtual bool try_to_enter() = 0;
    // It has waited too long: tells whoever waits to come again.
    virtual void give_up() noexcept = 0;
};

// First come, first served.
class WaitingLine {
public:
    struct Limits {
        std::size_t length;
        std::chrono::milliseconds patience;
    };
    explicit WaitingLine(const Limits& limits);
    ~WaitingLine();  // gives up whoever still waits
    WaitingLine(const WaitingLine&) = delete;
    WaitingLine& operator=(const WaitingLine&) = delete;

    // False when the line is full.
    bool take(std::shared_ptr<Waiting> waiting);
    bool is_empty() const { return length_.load(std::memory_order_relaxed) == 0; }
    std::size_t length() const { return length_.load(std::memory_order_relaxed); }

private:
    using Clock = std::chrono::steady_clock;
    struct Place {
        std::shared_ptr<Waiting> waiting;
        Clock::time_point until;
    };

    void work();
    bool serve_first(const Place& first);
    void leave();

    Limits limits_;
    std::atomic<std::size_t> length_ = 0;
    std::mutex mutex_;
    std::condition_variable wake_;
    std::deque<Place> places_;
    bool is_ending_ = false;
    std::thread thread_;
};

}  // namespace http
