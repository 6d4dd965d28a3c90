// platform/http/event_channel.h - one source of server-sent events and all who listen to it.
#pragma once
#include <cstddef>
#include <memory>
#include <mutex>
#include <string>
#include <string_view>
#include <vector>

namespace http {

// Where events go: the server has one for each of its loops, which hands them to the browsers that loop serves.
class EventListener {
public:
    virtual ~EventListener() = default;
    // Called on the publisher's thread, in the order of publishing; returns at once. event is framed, ready to send.
    virtual void deliver(const std::shared_ptr<const std::string>& event) = 0;
};

// Kept by whoever publishes, for example one for each petition's count. Every member may be called on any thread.
class EventChannel {
public:
    // name: the event's type in the browser; "" for a plain message.
    explicit EventChannel(std::string_view name = {}) : name_(name) {}
    EventChannel(const EventChannel&) = delete;
    EventChannel& operator=(const EventChannel&) = delete;

    // Sends data (any text; each of its lines becomes a data line) to all listeners, and later to those who come new.
    // A browser too slow to keep up is dropped; it connects again by itself and gets the latest event.
    void publish(std::string_view data);

    // The last event as it is sent, or null before the first.
    std::shared_ptr<const std::string> latest() const;

    void subscribe(std::weak_ptr<EventListener> listener);

private:
    std::string name_;
    mutable std::mutex mutex_;
    std::shared_ptr<const std::string> latest_;
    std::vector<std::weak_ptr<EventListener>> listeners_;
};

}  // namespace http
