// platform/http/connection.h - one socket: reads requests, one after the other, and sends their answers in order.
#pragma once
#include <chrono>
#include <cstddef>
#include <deque>
#include <memory>
#include <string>
#include <string_view>

#include "platform/http/body_making.h"
#include "platform/http/exchange.h"
#include "platform/http/input_buffer.h"
#include "platform/http/loop.h"
#include "platform/http/page_cache.h"
#include "platform/http/request_reader.h"
#include "platform/http/timer_wheel.h"

namespace http {

// Lives on its loop's thread. Kept alive by whatever it waits for.
class Connection final : public Responder,
                         public PageWaiter,
                         public PartReader,
                         public Timed,
                         public std::enable_shared_from_this<Connection> {
public:
    using Clock = TimerWheel::Clock;

    Connection(Loop& loop, Socket socket, const ClientAddress& caller);
    ~Connection() override;

    void start();
    void turn_away();  // instead of start(): 503 and close
    void stop();       // closes now when idle, else after the answer that is under way
    void close();

    void respond(Exchange& exchange) override;
    void page_is_ready(const std::shared_ptr<const RenderedPage>& page) override;
    void part_is_ready() override;
    void on_deadline() override;
    void send_event(const std::shared_ptr<const std::string>& event);

    std::size_t position_in_loop = 0;  // the loop's own note

private:
    enum class State : unsigned char { reading, busy, writing, streaming, lingering, closed };

    // What an event stream owes its browser.
    struct Stream {
        std::shared_ptr<EventChannel> channel;
        std::deque<std::shared_ptr<const std::string>> waiting;
        std::size_t waiting_bytes = 0;
        std::size_t sent = 0;                           // of the first one
        std::shared_ptr<const std::string> last_event;  // so that the first is not sent twice
    };

    void wait_for_bytes();
    void on_bytes(std::size_t count);
    void go_on();
    bool step();
    bool wait_for_rest();
    bool park();
    bool on_head();
    void send_continue();
    std::size_t body_limit() const;

    void on_request();
    bool serve_asset();
    bool serve_cached();
    bool begin_cached(Exchange& exchange);
    bool is_public(const RawRequest& raw) const;
    Scheme scheme_of(const Headers& headers) const;
    void refuse(int status);

    void send_page(const std::shared_ptr<const RenderedPage>& page);
    void send(Response response, Scheme scheme);
    void begin_making(Exchange& exchange);
    bool send_next_part();
    void append_variable(Scheme scheme);
    void begin_writing(int status);
    void flush();
    bool write_what_fits();
    void wait_until_writable();
    void finish_response();
    void log_request(Clock::duration took);
    void linger();

    void begin_stream(Exchange& exchange);
    void flush_events();
    void on_stream_deadline();
    void set_deadline(Clock::duration after);

    Loop& loop_;
    Core& core_;
    Socket socket_;
    ClientAddress caller_;
    State state_ = State::reading;
    Persistence persistence_ = Persistence::keep_alive;
    bool is_waiting_for_bytes_ = false;
    bool is_waiting_to_write_ = false;
    bool is_going_on_ = false;
    bool has_begun_request_ = false;
    bool is_head_request_ = false;

    InputBuffer input_;
    RequestReader reader_;
    Clock::time_point began_{};  // of the request: its first byte; then its body; then its handling

    std::string head_;            // of the response being sent
    std::string_view body_view_;  // into one of the next two, or an asset
    Body body_;
    std::shared_ptr<const RenderedPage> page_;
    std::size_t sent_ = 0;
    int status_ = 0;
    const Route* route_ = nullptr;
    std::string request_id_;

    std::unique_ptr<Stream> stream_;
    std::shared_ptr<BodyMaking> making_;  // of a body that is made while it is sent
    std::string part_;                    // of it, as it is sent
};

}  // namespace http
