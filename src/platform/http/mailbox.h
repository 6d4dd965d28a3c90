// platform/http/mailbox.h - how other threads hand finished work to a loop.
#pragma once
#include <functional>
#include <memory>
#include <mutex>
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
        const std::lock_guard lock{mutex_};
        if (!wake_) return;
        const bool is_first = waiting_.empty();
        waiting_.push_back(std::move(message));
        if (is_first) wake_();  // under the lock: never after close() has returned
    }

    // Before the loop goes away.
    void close() {
        const std::lock_guard lock{mutex_};
        wake_ = nullptr;
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
    std::function<void()> wake_;
    std::mutex mutex_;
    std::vector<std::shared_ptr<Message>> waiting_, opened_;
};

}  // namespace http
