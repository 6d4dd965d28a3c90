// platform/http/body_making.h - a body that is made while it is sent, so that a large file never stands in memory.
#pragma once
#include <condition_variable>
#include <functional>
#include <memory>
#include <mutex>
#include <string>
#include <string_view>

#include "platform/http/core.h"
#include "platform/http/mailbox.h"
#include "platform/http/pool.h"
#include "platform/http/response.h"

namespace http {

// Who sends the parts: a connection.
class PartReader {
public:
    virtual ~PartReader() = default;
    virtual void part_is_ready() = 0;  // on the loop
};

// Runs a BodyMaker on a thread of its own, at most kAhead bytes before its reader.
class BodyMaking final : public PoolJob, public Message, public std::enable_shared_from_this<BodyMaking> {
public:
    static constexpr std::size_t kAhead = 256 * 1024;

    // What the maker belongs to, for the log.
    struct Origin {
        std::string request_id;
        std::string_view route;
    };

    BodyMaking(Core& core, std::shared_ptr<Mailbox> mailbox, BodyMaker make, Origin origin)
        : core_(core),
          in_flight_(core),
          mailbox_(std::move(mailbox)),
          make_(std::move(make)),
          origin_(std::move(origin)) {}

    enum class State : unsigned char { going_on, whole, broken };

    // On the loop. Moves what has been made into part, which comes empty; an empty one while going_on: reader hears
    // when there is more. whole, broken: nothing follows this part.
    State take(std::string& part, const std::shared_ptr<PartReader>& reader);

    // On the loop: the visitor has gone. The maker ends at its next word.
    void abandon();

    void run_on_pool() noexcept override;
    void arrive() override;

private:
    void add(std::string_view part);
    void end(State state);
    void tell_reader();

    Core& core_;
    InFlight in_flight_;
    std::shared_ptr<Mailbox> mailbox_;
    BodyMaker make_;
    Origin origin_;

    std::mutex mutex_;
    std::condition_variable room_;
    std::string made_;
    State state_ = State::going_on;
    bool is_abandoned_ = false;
    std::shared_ptr<PartReader> reader_;  // who waits for the next part
    bool is_reader_told_ = false;
};

}  // namespace http
