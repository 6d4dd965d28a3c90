// platform/http/connection_output.cpp - sending: a head and a body in one write; then the next request, or the end.
#include <array>
#include <utility>

#include <boost/asio/buffer.hpp>
#include <fmt/format.h>

#include "platform/http/access_log.h"
#include "platform/http/connection.h"
#include "platform/http/finishing.h"
#include "platform/http/response_writer.h"

namespace http {
namespace {

constexpr std::chrono::seconds kLinger{2};  // for the client to read our last words before it sees the end
constexpr auto kMakersBusy = base::seconds(30);
constexpr std::size_t kWorthKeeping = 8192;  // bytes of a head's buffer

std::string_view strict_transport(const ServerConfig& config, Scheme scheme) {
    if (scheme != Scheme::https) return {};
    return config.strict_transport == StrictTransport::this_host ? "max-age=31536000"
                                                                 : "max-age=31536000; includeSubDomains";
}

}  // namespace

void Connection::respond(Exchange& exchange) {
    if (state_ != State::busy) return;  // the browser has gone
    route_ = exchange.route;
    if (exchange.channel) return begin_stream(exchange);
    if (exchange.response.make_body) return begin_making(exchange);
    send(std::move(exchange.response), exchange.request.scheme);
}

void Connection::send(Response response, Scheme scheme) {
    head_.clear();
    append_fixed_head(head_, response, scheme, response.body.view().size());
    append_variable(scheme);
    body_ = std::move(response.body);
    body_view_ = body_.view();
    begin_writing(response.status);
}

// A length that nobody knows yet: chunks (RFC 9112, 7.1), or up to the end of the connection for HTTP/1.0.
void Connection::begin_making(Exchange& exchange) {
    auto& response = exchange.response;
    const auto making = std::make_shared<BodyMaking>(core_, loop_.mailbox(), std::move(response.make_body),
                                                     BodyMaking::Origin{request_id_, exchange.request.route});
    if (!is_head_request_ && !core_.makers->take(making)) {
        response = unavailable(kMakersBusy);
        fill_error(core_, exchange.request, response);
        return send(std::move(response), exchange.request.scheme);
    }
    if (!reader_.raw().takes_chunks) persistence_ = Persistence::close;
    if (!is_head_request_) making_ = making;
    if (making_ && reader_.raw().takes_chunks) response.headers.add({"Transfer-Encoding", "chunked"});
    head_.clear();
    append_fixed_head(head_, response, exchange.request.scheme, std::nullopt);
    append_variable(exchange.request.scheme);
    begin_writing(response.status);
}

// Goes on with what has been made meanwhile. False when the body is whole, or has nothing to send before more is made.
bool Connection::send_next_part() {
    std::string made;
    const auto state = making_->take(made, shared_from_this());
    if (state == BodyMaking::State::broken) {
        close();
        return false;
    }
    loop_.wheel().cancel(*this);
    const bool is_chunked = reader_.raw().takes_chunks;
    const bool is_last = state == BodyMaking::State::whole;
    part_.clear();
    if (is_chunked && !made.empty())
        fmt::format_to(std::back_inserter(part_), "{:x}\r\n{}\r\n", made.size(), made);
    else
        part_ = std::move(made);
    if (is_chunked && is_last) part_ += "0\r\n\r\n";
    if (is_last) making_.reset();
    head_.clear();
    body_view_ = part_;
    sent_ = 0;
    return !part_.empty();
}

void Connection::part_is_ready() {
    if (state_ == State::writing && making_ && !is_waiting_to_write_) flush();
}

void Connection::page_is_ready(const std::shared_ptr<const RenderedPage>& page) {
    if (state_ == State::busy) send_page(page);
}

void Connection::send_page(const std::shared_ptr<const RenderedPage>& page) {
    const auto& headers = reader_.raw().headers;
    const auto* known = page->not_modified_head(headers.view("if-none-match"));
    const auto& variant = page->variant(accepted_encodings(headers.view("accept-encoding")).best());
    head_.assign(known ? *known : variant.fixed_head);
    append_variable(scheme_of(headers));
    page_ = page;
    body_view_ = known ? std::string_view{} : std::string_view{variant.body};
    begin_writing(known ? 304 : page->status);
}

void Connection::append_variable(Scheme scheme) {
    if (core_.is_stopping) persistence_ = Persistence::close;
    append_variable_head(head_, {loop_.date(), request_id_, strict_transport(core_.config, scheme), persistence_});
}

void Connection::begin_writing(int status) {
    status_ = status;
    sent_ = 0;
    if (is_head_request_) body_view_ = {};
    state_ = State::writing;
    flush();
}

// Writes what the socket takes at once; mostly that is all of it.
void Connection::flush() {
    do {
        if (!write_what_fits()) return;
    } while (making_ && send_next_part());
    if (state_ == State::writing && !making_) finish_response();
}

// False when the rest has to wait, or the visitor has gone.
bool Connection::write_what_fits() {
    const auto total = head_.size() + body_view_.size();
    while (sent_ < total) {
        const auto from_head = std::min(sent_, head_.size());
        const auto from_body = sent_ - from_head;
        const std::array<boost::asio::const_buffer, 2> parts{
            boost::asio::buffer(head_.data() + from_head, head_.size() - from_head),
            boost::asio::buffer(body_view_.data() + from_body, body_view_.size() - from_body)};
        boost::system::error_code fault;
        sent_ += socket_.write_some(parts, fault);
        if (fault == boost::asio::error::would_block) {
            set_deadline(core_.config.write_timeout);
            wait_until_writable();
            return false;
        }
        if (fault) {
            close();
            return false;
        }
    }
    return true;
}

void Connection::wait_until_writable() {
    if (is_waiting_to_write_) return;
    is_waiting_to_write_ = true;
    socket_.async_wait(Socket::wait_write, [self = shared_from_this()](const boost::system::error_code& fault) {
        self->is_waiting_to_write_ = false;
        if (fault) return self->close();
        if (self->state_ == State::writing) self->flush();
        if (self->state_ == State::streaming) self->flush_events();
    });
}

void Connection::finish_response() {
    if (status_ >= 500) core_.counters.server_errors.fetch_add(1, std::memory_order_relaxed);
    const auto took = Clock::now() - began_;
    if (route_) core_.timings.note(*route_, took);
    log_request(took);
    body_ = {};
    if (part_.capacity() > kWorthKeeping) part_ = {};
    body_view_ = {};
    page_.reset();
    if (head_.capacity() > kWorthKeeping) head_ = {};
    if (persistence_ == Persistence::close || core_.is_stopping) return linger();
    reader_.reset();
    has_begun_request_ = false;
    state_ = State::reading;
    set_deadline(core_.config.idle_timeout);
    go_on();
}

void Connection::log_request(Clock::duration took) {
    const auto& config = core_.config;
    const bool is_problem = status_ >= 500 || took > config.slow_request;
    if (config.access_log == AccessLog::none || (config.access_log == AccessLog::problems && !is_problem)) return;
    const auto& raw = reader_.raw();
    const AccessRecord record{.request_id = request_id_,
                              .method = name(raw.method),
                              .path = raw.path(),
                              .route = route_ ? std::string_view{route_->pattern} : std::string_view{},
                              .client = caller_,
                              .status = status_,
                              .took = std::chrono::duration_cast<std::chrono::microseconds>(took)};
    if (core_.hooks.log)
        core_.hooks.log(record);
    else
        log_access(record);
}

// Says that nothing more will come, and waits a moment for the other side: closing at once with unread bytes would
// reset the connection, and the answer with it.
void Connection::linger() {
    state_ = State::lingering;
    boost::system::error_code ignored;
    socket_.shutdown(Socket::shutdown_send, ignored);
    set_deadline(kLinger);
    wait_for_bytes();
}

void Connection::turn_away() {
    persistence_ = Persistence::close;
    request_id_ = loop_.next_request_id();
    send(unavailable(base::seconds(5)), Scheme::http);
}

void Connection::close() {
    if (state_ == State::closed) return;
    state_ = State::closed;
    loop_.wheel().cancel(*this);
    if (stream_) {
        loop_.stop_listening(*stream_->channel, *this);
        stream_.reset();
        --core_.counters.streams_open;
    }
    if (making_) std::exchange(making_, nullptr)->abandon();
    boost::system::error_code ignored;
    socket_.close(ignored);
    loop_.leave(*this);
}

void Connection::set_deadline(Clock::duration after) { loop_.wheel().set(*this, Clock::now(), after); }

void Connection::begin_stream(Exchange& exchange) {
    if (core_.counters.streams_open >= core_.config.max_streams || core_.is_stopping) {
        auto response = unavailable(base::seconds(30));
        fill_error(core_, exchange.request, response);
        return send(std::move(response), exchange.request.scheme);
    }
    ++core_.counters.streams_open;
    stream_ = std::make_unique<Stream>();
    stream_->channel = exchange.channel;
    persistence_ = Persistence::close;
    const Response response{.headers = {{"Content-Type", "text/event-stream"},
                                        {"Access-Control-Allow-Origin", "*"},  // as finishing.cpp says of the API
                                        {"Cache-Control", "no-store"},
                                        {"X-Accel-Buffering", "no"}}};  // nginx: pass on at once
    head_.clear();
    append_fixed_head(head_, response, exchange.request.scheme, std::nullopt);
    append_variable(exchange.request.scheme);
    state_ = State::streaming;
    loop_.listen_to(stream_->channel, *this);
    set_deadline(core_.config.heartbeat);
    wait_for_bytes();  // to hear when the browser goes
    stream_->waiting.push_back(std::make_shared<const std::string>(std::move(head_)));
    stream_->waiting_bytes = stream_->waiting.front()->size();
    if (const auto latest = stream_->channel->latest())
        send_event(latest);
    else
        flush_events();
}

void Connection::send_event(const std::shared_ptr<const std::string>& event) {
    if (state_ != State::streaming || event == stream_->last_event) return;
    stream_->last_event = event;
    stream_->waiting.push_back(event);
    stream_->waiting_bytes += event->size();
    if (stream_->waiting_bytes > core_.config.stream_backlog) return close();
    if (!is_waiting_to_write_) flush_events();
}

void Connection::flush_events() {
    while (!stream_->waiting.empty()) {
        const auto& event = *stream_->waiting.front();
        boost::system::error_code fault;
        const auto size = event.size() - stream_->sent;
        const auto count = socket_.write_some(boost::asio::buffer(event.data() + stream_->sent, size), fault);
        stream_->sent += count;
        if (fault == boost::asio::error::would_block) return wait_until_writable();
        if (fault) return close();
        if (count < size) continue;
        stream_->waiting_bytes -= event.size();
        stream_->sent = 0;
        stream_->waiting.pop_front();
    }
}

// A comment, so that proxies keep the connection and we notice who is gone.
void Connection::on_stream_deadline() {
    static const auto kBeat = std::make_shared<const std::string>(":\n\n");
    if (is_waiting_to_write_) return close();  // nothing was taken since the last one
    set_deadline(core_.config.heartbeat);
    stream_->waiting.push_back(kBeat);
    stream_->waiting_bytes += kBeat->size();
    flush_events();
}

}  // namespace http
