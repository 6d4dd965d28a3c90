// platform/http/mailbox.h - how other threads hand finished work to a loop.
#pragma once
#include <atomic>
#include <functional>
#include <memory>
#include <mutex>
#include <thread>
#include <utility>
#include <vector>

namespace http {

// Something that happens on the loop's thread.
class Message {
public:
    virtual ~Message() = default;
    virtual void arrive() = 0;
};

// Messages in the order of sending. The loop is woken once for all that came since it last looked.
class Mailbox {
public:
    explicit Mailbox(std::function<void()> wake) : wake_(std::move(wake)) {}

    // On any thread. After close() messages are dropped.
    void send(std::shared_ptr<Message> message) {
        {
            const std::lock_guard lock{mutex_};
            if (is_closed_) return;
            waiting_.push_back(std::move(message));
            if (waiting_.size() > 1) return;
            ++waking_;
        }
        wake_();    // not under the lock: waking takes a system call, and others want to send
        --waking_;  // the last that is touched here: the mailbox may be gone now
    }

    // Before the loop goes away: nobody wakes it any more once this has returned.
    void close() {
        {
            const std::lock_guard lock{mutex_};
            is_closed_ = true;
        }
        while (waking_ != 0) std::this_thread::yield();
    }

    // On the loop's thread, when woken.
    void open() {
        {
            const std::lock_guard lock{mutex_};
            opened_.swap(waiting_);
        }
        for (auto& message : opened_) message->arrive();
        opened_.clear();
    }

private:
    const std::function<void()> wake_;
    std::mutex mutex_;
    bool is_closed_ = false;
    std::atomic<int> waking_{0};  // threads between their message and the end of wake_()
    std::vector<std::shared_ptr<Message>> waiting_, opened_;
};

}  // namespace http
