// platform/http/event_channel.cpp - framing (WHATWG HTML, 9.2) and passing on.
#include "platform/http/event_channel.h"

namespace http {
namespace {

std::string frame(std::string_view name, std::string_view data) {
    std::string out;
    if (!name.empty()) out.append("event: ").append(name).append("\n");
    while (true) {
        const auto end = data.find_first_of("\r\n");
        out.append("data: ").append(data.substr(0, end)).append("\n");
        if (end == std::string_view::npos) break;
        const bool pair = data.substr(end).starts_with("\r\n");
        data.remove_prefix(end + (pair ? 2 : 1));
    }
    out.append("\n");
    return out;
}

}  // namespace

void EventChannel::publish(std::string_view data) {
    const auto event = std::make_shared<const std::string>(frame(name_, data));
    const std::lock_guard lock{mutex_};  // held while delivering: all listeners see events in one order
    latest_ = event;
    std::erase_if(listeners_, [&](const std::weak_ptr<EventListener>& weak) {
        const auto listener = weak.lock();
        if (listener) listener->deliver(event);
        return !listener;
    });
}

std::shared_ptr<const std::string> EventChannel::latest() const {
    const std::lock_guard lock{mutex_};
    return latest_;
}

void EventChannel::subscribe(std::weak_ptr<EventListener> listener) {
    const std::lock_guard lock{mutex_};
    std::erase_if(listeners_, [](const std::weak_ptr<EventListener>& weak) { return weak.expired(); });
    listeners_.push_back(std::move(listener));
}

}  // namespace http
