// platform/http/timer_wheel.h - time-outs of thousands of connections at the price of a few pointers each.
#pragma once
#include <algorithm>
#include <array>
#include <chrono>
#include <cstddef>
#include <cstdint>

namespace http {

// One deadline of one object. Leaves its wheel when destroyed.
class Timed {
public:
    Timed() : previous_(this), next_(this) {}
    virtual ~Timed() { unlink(); }
    Timed(const Timed&) = delete;
    Timed& operator=(const Timed&) = delete;

    // The deadline has passed. It is set again when something is still to come.
    virtual void on_deadline() = 0;

private:
    friend class TimerWheel;
    void unlink() {
        previous_->next_ = next_;
        next_->previous_ = previous_;
        previous_ = next_ = this;
    }
    Timed *previous_, *next_;
    std::int64_t due_ = 0;  // in ticks
};

// A hashed wheel: a deadline waits in the slot of its tick, and for as many turns as it takes. Deadlines come at most
// one tick late, never early. One thread.
class TimerWheel {
public:
    using Clock = std::chrono::steady_clock;

    TimerWheel(Clock::duration tick, Clock::time_point now) : tick_(tick), start_(now) {}

    // Sets or moves the deadline: `after` from now.
    void set(Timed& timed, Clock::time_point now, Clock::duration after) {
        timed.unlink();
        timed.due_ = std::max((now - start_ + after) / tick_ + 1, done_ + 1);
        insert(timed);
    }
    void cancel(Timed& timed) { timed.unlink(); }

    // Tells everything that is due.
    void advance(Clock::time_point now) {
        const std::int64_t current = (now - start_) / tick_;
        if (current - done_ > static_cast<std::int64_t>(kSlots)) done_ = current - static_cast<std::int64_t>(kSlots);
        while (done_ < current) turn(++done_, current);
    }

    Clock::duration tick() const { return tick_; }

private:
    static constexpr std::size_t kSlots = 1024;
    struct Slot final : Timed {
        void on_deadline() override {}
    };

    void insert(Timed& timed) {
        auto& slot = slots_[static_cast<std::size_t>(timed.due_) % kSlots];
        timed.previous_ = slot.previous_;
        timed.next_ = &slot;
        slot.previous_->next_ = &timed;
        slot.previous_ = &timed;
    }

    // The slot is emptied first: what a deadline sets anew may land in it again.
    void turn(std::int64_t tick, std::int64_t current) {
        auto& slot = slots_[static_cast<std::size_t>(tick) % kSlots];
        Slot waiting;
        if (slot.next_ == &slot) return;
        waiting.next_ = slot.next_;
        waiting.previous_ = slot.previous_;
        waiting.next_->previous_ = waiting.previous_->next_ = &waiting;
        slot.next_ = slot.previous_ = &slot;
        while (waiting.next_ != &waiting) {
            auto& timed = *waiting.next_;
            timed.unlink();
            if (timed.due_ > current)
                insert(timed);  // in a later turn of the wheel
            else
                timed.on_deadline();
        }
    }

    Clock::duration tick_;
    Clock::time_point start_;
    std::int64_t done_ = 0;  // ticks that have been told
    std::array<Slot, kSlots> slots_;
};

}  // namespace http
