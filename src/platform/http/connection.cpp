// platform/http/connection.cpp - reading requests and finding their answers. Sending is in connection_output.cpp.
#include "platform/http/connection.h"

#include <algorithm>
#include <utility>

#include <boost/asio/buffer.hpp>

#include "platform/html/assets.h"
#include "platform/http/finishing.h"
#include "platform/http/forms.h"
#include "platform/http/percent.h"
#include "platform/http/proxy.h"
#include "platform/http/response_writer.h"
#include "platform/i18n/negotiation.h"

namespace http {
namespace {

constexpr std::size_t kReadSize = 1024;            // room that a read has at least
constexpr std::size_t kLargeReadSize = 64 * 1024;  // while a body comes in
constexpr std::string_view kContinue = "HTTP/1.1 100 Continue\r\n\r\n";

}  // namespace

Connection::Connection(Loop& loop, Socket socket, const ClientAddress& caller)
    : loop_(loop), core_(loop.core()), socket_(std::move(socket)), caller_(caller), reader_(core_.config.header_limit) {
    loop_.enter(*this);
}

Connection::~Connection() { close(); }

void Connection::start() {
    set_deadline(core_.config.header_timeout);
    wait_for_bytes();
}

void Connection::wait_for_bytes() {
    if (is_waiting_for_bytes_ || state_ == State::closed) return;
    is_waiting_for_bytes_ = true;
    const auto room = input_.prepare(reader_.is_reading_body() ? kLargeReadSize : kReadSize);
    socket_.async_read_some(boost::asio::buffer(room.data(), room.size()),
                            [self = shared_from_this()](const boost::system::error_code& fault, std::size_t count) {
                                self->is_waiting_for_bytes_ = false;
                                if (fault)
                                    self->close();
                                else
                                    self->on_bytes(count);
                            });
}

void Connection::on_bytes(std::size_t count) {
    if (state_ == State::lingering || state_ == State::streaming) return wait_for_bytes();  // nobody reads these
    input_.commit(count);
    go_on();
}

// Works through what has been read. Answers that are sent at once come back here through finish_response: the flag
// keeps that flat.
void Connection::go_on() {
    if (is_going_on_) return;
    is_going_on_ = true;
    while (state_ == State::reading && step()) {
    }
    is_going_on_ = false;
}

// False when there is nothing to do before more bytes come.
bool Connection::step() {
    if (input_.empty() && !reader_.is_reading_body()) return has_begun_request_ ? wait_for_rest() : park();
    if (!has_begun_request_) {
        has_begun_request_ = true;
        began_ = Clock::now();
        set_deadline(core_.config.header_timeout);
    }
    std::size_t used = 0;
    const auto progress = reader_.advance(input_.view(), used);
    input_.consume(used);
    switch (progress) {
        case RequestReader::Progress::need_more:
            return wait_for_rest();
        case RequestReader::Progress::head_complete:
            return on_head();
        case RequestReader::Progress::complete:
            on_request();
            return true;
        case RequestReader::Progress::failed:
            refuse(reader_.failure());
            return true;
    }
    return false;
}

// The head's deadline stands from its first byte; a body's moves on with every part, up to a last one.
bool Connection::wait_for_rest() {
    if (reader_.is_reading_body()) {
        const Clock::duration last = core_.config.body_deadline - (Clock::now() - began_);
        set_deadline(std::min<Clock::duration>(core_.config.body_timeout, last));
    }
    wait_for_bytes();
    return false;
}

bool Connection::park() {
    if (core_.is_stopping) {
        close();
        return false;
    }
    input_.shrink();
    wait_for_bytes();
    return false;
}

bool Connection::on_head() {
    auto& raw = reader_.raw();
    if (raw.method == Method::other) {
        refuse(501);
        return true;
    }
    began_ = Clock::now();
    const auto limit = body_limit();
    reader_.set_body_limit(limit);
    const bool is_too_long = raw.content_length && *raw.content_length > limit;
    if (raw.expects_continue && !is_too_long) send_continue();
    return true;
}

std::size_t Connection::body_limit() const {
    const auto& raw = const_cast<RequestReader&>(reader_).raw();
    if (raw.method == Method::get || raw.method == Method::head) return core_.config.body_limit;
    const auto path = percent_decode(raw.path(), Plus::is_itself);
    const auto match = core_.router.match(raw.method, path);
    return match.route && match.route->options.body_limit > 0 ? match.route->options.body_limit
                                                              : core_.config.body_limit;
}

// Thirty bytes into an empty send buffer; when there is no room the client sends its body unasked after a moment.
void Connection::send_continue() {
    boost::system::error_code ignored;
    socket_.write_some(boost::asio::buffer(kContinue.data(), kContinue.size()), ignored);
}

void Connection::on_request() {
    auto& raw = reader_.raw();
    core_.counters.requests.fetch_add(1, std::memory_order_relaxed);
    began_ = Clock::now();
    loop_.wheel().cancel(*this);
    state_ = State::busy;
    persistence_ = core_.is_stopping ? Persistence::close : raw.persistence;
    is_head_request_ = raw.method == Method::head;
    request_id_ = loop_.next_request_id();
    route_ = nullptr;
    if (serve_asset() || serve_cached()) return;

    const auto exchange = std::make_shared<Exchange>(core_, loop_.mailbox(), shared_from_this());
    const bool was_public = is_public(raw);
    const auto status = make_request(raw, core_.config, {caller_, core_.hooks.clock(), request_id_}, exchange->request);
    if (status != 0) {
        exchange->response = error(status);
        fill_error(core_, exchange->request, exchange->response);
        finish(exchange->request, nullptr, exchange->response);
        return respond(*exchange);
    }
    if (was_public && begin_cached(*exchange)) return;
    if (exchange->begin() == Exchange::Outcome::ready) respond(*exchange);
}

// Files of the build: nothing to route, render or wait for.
bool Connection::serve_asset() {
    auto& raw = reader_.raw();
    const bool reads = raw.method == Method::get || raw.method == Method::head;
    if (!reads || !raw.path().starts_with("/assets/")) return false;
    const auto asset = html::find_asset(raw.path());
    if (!asset) return false;
    const auto accepted = accepted_encodings(raw.headers.view("accept-encoding"));
    Response response{.headers = {{"Content-Type", asset->content_type},
                                  {"Cache-Control", "public, max-age=31536000, immutable"},
                                  {"Vary", "Accept-Encoding"}}};
    auto bytes = asset->content;
    if (accepted.brotli && !asset->brotli.empty()) {
        bytes = asset->brotli;
        response.headers.add({"Content-Encoding", "br"});
    } else if (accepted.gzip && !asset->gzip.empty()) {
        bytes = asset->gzip;
        response.headers.add({"Content-Encoding", "gzip"});
    }
    const auto scheme = scheme_of(raw.headers);
    head_.clear();
    append_fixed_head(head_, response, scheme, bytes.size());
    append_variable(scheme);
    body_view_ = bytes;
    begin_writing(200);
    return true;
}

// Whether everybody without an account gets the same answer to this.
bool Connection::is_public(const RawRequest& raw) const {
    if (raw.method != Method::get && raw.method != Method::head) return false;
    if (!raw.query().empty() || raw.headers.has("authorization")) return false;
    const auto cookie = raw.headers.find("cookie");
    return !cookie || !find_cookie(*cookie, core_.config.session_cookie);
}

Scheme Connection::scheme_of(const Headers& headers) const {
    if (core_.config.public_url.starts_with("https://")) return Scheme::https;
    if (core_.config.trusted_proxies.empty()) return Scheme::http;
    return visitor_behind(caller_, headers, core_.config.trusted_proxies).scheme;
}

bool Connection::serve_cached() {
    auto& raw = reader_.raw();
    if (!is_public(raw)) return false;
    const auto cached = loop_.pages().find(raw.path());
    if (!cached) return false;
    route_ = cached->route;
    const auto encoding = accepted_encodings(raw.headers.view("accept-encoding")).best();
    if (const auto page = loop_.pages().get(cached, {encoding, began_}, shared_from_this())) {
        core_.counters.cache_hits.fetch_add(1, std::memory_order_relaxed);
        send_page(page);
    }
    return true;
}

// The first visitor of a public page: it is rendered for all who come in the next moment.
bool Connection::begin_cached(Exchange& exchange) {
    auto& raw = reader_.raw();
    auto match = core_.router.match(Method::get, exchange.request.path);
    if (!match.route || match.route->options.cache != Cache::public_page) return false;
    route_ = match.route;
    exchange.request.parameters = std::move(match.parameters);
    exchange.request.route = route_->options.name;
    const auto encoding = accepted_encodings(exchange.request.headers.view("accept-encoding")).best();
    raw.headers = std::move(exchange.request.headers);  // page_is_ready looks at them again
    Request sample = std::move(exchange.request);
    sample.headers.clear();
    if (const auto host = raw.headers.find("host")) sample.headers.add({"Host", *host});
    const auto cached = loop_.pages().insert(raw.path(), *route_, std::move(sample));
    if (const auto page = loop_.pages().get(cached, {encoding, began_}, shared_from_this())) send_page(page);
    return true;
}

// For requests that cannot be understood, or did not come whole: an answer, and no more from this connection.
void Connection::refuse(int status) {
    persistence_ = Persistence::close;
    request_id_ = loop_.next_request_id();
    state_ = State::busy;
    is_head_request_ = false;
    route_ = nullptr;
    Request request;
    request.method = Method::other;
    request.path = reader_.raw().path();
    request.locale = i18n::locale_of_path(request.path).value_or(base::Locale::english);
    request.request_id = request_id_;
    auto response = error(status);
    fill_error(core_, request, response);
    finish(request, nullptr, response);
    send(std::move(response), Scheme::http);
}

void Connection::on_deadline() {
    const auto self = shared_from_this();
    switch (state_) {
        case State::streaming:
            return on_stream_deadline();
        case State::reading:
            if (!has_begun_request_) return close();
            core_.counters.timeouts.fetch_add(1, std::memory_order_relaxed);
            return refuse(408);
        case State::writing:
            core_.counters.timeouts.fetch_add(1, std::memory_order_relaxed);
            return close();
        case State::busy:
        case State::lingering:
        case State::closed:
            return close();
    }
}

void Connection::stop() {
    const bool is_idle = state_ == State::reading && !has_begun_request_;
    if (is_idle || state_ == State::streaming) close();
}

}  // namespace http
