// platform/http/body_making.cpp - one thread makes, the loop takes.
#include "platform/http/body_making.h"

#include <exception>
#include <utility>

#include "platform/db/database.h"
#include "platform/runtime/log.h"

namespace http {
namespace {

constexpr std::size_t kWorthSending = 32 * 1024;  // fewer bytes wait for company

// Thrown into a maker whose visitor has gone.
struct Abandoned {};

}  // namespace

BodyMaking::State BodyMaking::take(std::string& part, const std::shared_ptr<PartReader>& reader) {
    const std::lock_guard lock{mutex_};
    part.swap(made_);
    if (part.empty() && state_ == State::going_on) reader_ = reader;
    room_.notify_one();
    return state_;
}

void BodyMaking::abandon() {
    const std::lock_guard lock{mutex_};
    is_abandoned_ = true;
    reader_ = nullptr;
    room_.notify_one();
}

void BodyMaking::run_on_pool() noexcept {
    try {
        core_.database.read([this](db::Read& read) { make_(read, [this](std::string_view part) { add(part); }); });
        end(State::whole);
    } catch (const Abandoned&) {
    } catch (const std::exception& fault) {
        runtime::log_error({origin_.request_id}, "a download broke off",
                           {{"route", origin_.route}, {"fault", fault.what()}});
        end(State::broken);
    }
}

void BodyMaking::add(std::string_view part) {
    std::unique_lock lock{mutex_};
    room_.wait(lock, [this] { return is_abandoned_ || made_.size() < kAhead; });
    if (is_abandoned_) throw Abandoned{};
    made_ += part;
    if (made_.size() >= kWorthSending) tell_reader();
}

void BodyMaking::end(State state) {
    const std::lock_guard lock{mutex_};
    state_ = state;
    tell_reader();
}

// Under the lock. One message for each wait.
void BodyMaking::tell_reader() {
    if (!reader_ || is_reader_told_) return;
    is_reader_told_ = true;
    mailbox_->send(shared_from_this());
}

void BodyMaking::arrive() {
    std::shared_ptr<PartReader> reader;
    {
        const std::lock_guard lock{mutex_};
        is_reader_told_ = false;
        reader = std::exchange(reader_, nullptr);
    }
    if (reader) reader->part_is_ready();
}

}  // namespace http
