// platform/http/exchange.h - one request from the moment it is complete until its answer is ready: through the checks,
// the pool and the writer, and back to its loop.
#pragma once
#include <exception>
#include <memory>

#include "platform/http/core.h"
#include "platform/http/mailbox.h"
#include "platform/http/pool.h"
#include "platform/http/request.h"
#include "platform/http/response.h"
#include "platform/http/router.h"

namespace http {

class Exchange;

// How the writer hands the jobs of a batched route to it. Made once for a server.
BatchGroups make_batch_groups(const Router& router);

// Who waits for the answer: a connection.
class Responder {
public:
    virtual ~Responder() = default;
    // On the loop. The exchange has the response, or the channel of an event stream.
    virtual void respond(Exchange& exchange) = 0;
};

class Exchange final : public Message, public PoolJob, public Waiting, public std::enable_shared_from_this<Exchange> {
public:
    Exchange(Core& core, std::shared_ptr<Mailbox> mailbox, std::shared_ptr<Responder> responder)
        : core_(core), in_flight_(core), mailbox_(std::move(mailbox)), responder_(std::move(responder)) {}

    Request request;
    const Route* route = nullptr;
    Response response;
    std::shared_ptr<EventChannel> channel;  // of an event stream; then response is not used

    // On the loop, with request filled. ready: the response is there; later: the responder hears when it is.
    enum class Outcome : unsigned char { ready, later };
    Outcome begin();

    void run_on_pool() noexcept override;
    void arrive() override;
    bool try_to_enter() override;
    void give_up() noexcept override;

private:
    friend class ExchangeWrite;
    enum class Step : unsigned char { handle, refuse };

    Outcome route_request();
    Outcome answer_without_route(const Router::Match& match);
    bool is_refused_early();
    void forget_foreign_cookies();
    bool has_credentials() const;
    bool bears_key() const;
    bool admit_key(db::Read& read);
    Outcome hand_to_pool(Step step);

    Outcome handle();
    void identify(db::Read& read);
    bool may_enter();
    void call_handler(db::Read& read);
    Outcome call_handler_without_database();

    Outcome parse_and_submit();
    bool stands_in_line() const;
    bool submit();
    Outcome refuse_later(base::Problems problems);
    void refuse();
    Outcome settle();
    void answer_fault(const std::exception& fault);
    void finish_response() noexcept;

    Core& core_;
    InFlight in_flight_;
    std::shared_ptr<Mailbox> mailbox_;
    std::shared_ptr<Responder> responder_;
    Step step_ = Step::handle;
    base::Problems problems_;
    std::unique_ptr<WriteCall> call_;
    std::exception_ptr fault_;
    bool is_written_ = false;
};

}  // namespace http
