// platform/http/request_reader.cpp - Beast's parser behind our own rules.
#include "platform/http/request_reader.h"

#include <algorithm>

#include <boost/asio/buffer.hpp>
#include <boost/beast/http/basic_parser.hpp>

#include "base/text.h"
#include "platform/http/forms.h"
#include "platform/http/head_rules.h"

namespace http {
namespace {

namespace beast = boost::beast;
using BeastView = beast::string_view;

constexpr std::string_view kEndOfHead = "\r\n\r\n";

std::string_view view(BeastView text) { return {text.data(), text.size()}; }

// A bare line feed: some programs take it for a line end, so it never waits for more.
bool has_bare_line_feed(std::string_view bytes, std::size_t from) {
    for (auto at = bytes.find('\n', from); at != std::string_view::npos; at = bytes.find('\n', at + 1))
        if (at == 0 || bytes[at - 1] != '\r') return true;
    return false;
}

}  // namespace

// Puts the fields of one head into a RawRequest.
class RequestReader::HeadParser final : public beast::http::basic_parser<true> {
public:
    HeadParser(RawRequest& raw, std::size_t header_limit) : raw_(raw) {
        this->header_limit(static_cast<std::uint32_t>(header_limit + 1));
        this->body_limit(boost::none);
    }

private:
    using Fault = beast::error_code;

    void on_request_impl(beast::http::verb, BeastView method, BeastView target, int version, Fault&) override {
        constexpr int kVersion11 = 11;
        raw_.takes_chunks = version >= kVersion11;
        raw_.method = method_of(view(method));
        raw_.target = view(target);
    }
    void on_field_impl(beast::http::field, BeastView name, BeastView value, Fault&) override {
        if (base::is_valid_utf8(view(value)))
            raw_.headers.add({view(name), view(value)});
        else
            raw_.headers.add({view(name), with_broken_bytes_replaced(view(value))});
    }
    void on_header_impl(Fault&) override {
        raw_.persistence = keep_alive() ? Persistence::keep_alive : Persistence::close;
    }
    // The body is read by ourselves: Beast's chunks take more than they should, and assert on some splits.
    void on_response_impl(int, BeastView, int, Fault&) override {}
    void on_body_init_impl(const boost::optional<std::uint64_t>&, Fault&) override {}
    std::size_t on_body_impl(BeastView, Fault&) override { return 0; }
    void on_chunk_header_impl(std::uint64_t, BeastView, Fault&) override {}
    std::size_t on_chunk_body_impl(std::uint64_t, BeastView, Fault&) override { return 0; }
    void on_finish_impl(Fault&) override {}

    RawRequest& raw_;
};

RequestReader::RequestReader(std::size_t header_limit) : header_limit_(header_limit) {}

RequestReader::Progress RequestReader::advance(std::string_view bytes, std::size_t& used) {
    used = 0;
    return stage_ == Stage::head ? read_head(bytes, used) : read_body(bytes, used);
}

RequestReader::Progress RequestReader::read_head(std::string_view bytes, std::size_t& used) {
    if (!has_skipped_line_ && bytes.starts_with('\r')) {  // RFC 9112, 2.2: a robust server skips one empty line
        if (bytes.size() == 1) return Progress::need_more;
        has_skipped_line_ = true;
        if (bytes[1] != '\n') return fail(400);
        used = 2;
        bytes.remove_prefix(2);
    }
    const auto from = searched_ < 3 ? 0 : searched_ - 3;
    const auto end = bytes.find(kEndOfHead, from);
    if (end == std::string_view::npos) {
        if (has_bare_line_feed(bytes, from)) return fail(400);
        if (bytes.size() > header_limit_) return fail(431);
        searched_ = bytes.size();
        return Progress::need_more;
    }
    const auto head = bytes.substr(0, end + kEndOfHead.size());
    if (head.size() > header_limit_) return fail(431);
    if (const int status = check_head(head)) return fail(status);

    HeadParser parser{raw_, header_limit_};
    beast::error_code fault;
    used += parser.put(boost::asio::buffer(head.data(), head.size()), fault);
    if (fault || !parser.is_header_done() || !take_target()) return fail(400);
    const auto length = parser.content_length();
    raw_.content_length = length ? std::optional<std::uint64_t>{*length} : std::nullopt;
    is_chunked_ = parser.chunked();
    raw_.expects_continue = base::equals_ignoring_ascii_case(raw_.headers.view("expect"), "100-continue");
    stage_ = Stage::body;
    return Progress::head_complete;
}

// "http://example.org/path" (RFC 9112, 3.2.2) becomes "/path"; its host is that of the Host header or a lie.
bool RequestReader::take_target() {
    auto& target = raw_.target;
    if (target.starts_with('/')) return true;
    if (target == "*") return raw_.method == Method::options;
    const auto scheme = target.find("://");
    if (scheme == std::string::npos || scheme > 5) return false;
    const auto host_at = scheme + 3;
    const auto path_at = std::min(target.find_first_of("/?", host_at), target.size());
    if (!base::equals_ignoring_ascii_case(target.substr(host_at, path_at - host_at), raw_.headers.view("host")))
        return false;
    target.erase(0, path_at);
    if (!target.starts_with('/')) target.insert(0, 1, '/');
    return true;
}

RequestReader::Progress RequestReader::read_body(std::string_view bytes, std::size_t& used) {
    if (is_chunked_) return read_chunks(bytes, used);
    const auto length = raw_.content_length.value_or(0);
    if (length > body_limit_) return fail(413);
    const auto missing = static_cast<std::size_t>(length) - raw_.body.size();
    used = std::min(missing, bytes.size());
    raw_.body.append(bytes.substr(0, used));
    return used == missing ? Progress::complete : Progress::need_more;
}

RequestReader::Progress RequestReader::read_chunks(std::string_view bytes, std::size_t& used) {
    switch (chunks_.advance(bytes, used, raw_.body, {body_limit_})) {
        case ChunkReader::Progress::need_more:
            return Progress::need_more;
        case ChunkReader::Progress::complete:
            return Progress::complete;
        case ChunkReader::Progress::too_long:
            return fail(413);
        case ChunkReader::Progress::malformed:
            break;
    }
    return fail(400);
}

RequestReader::Progress RequestReader::fail(int status) {
    failure_ = status;
    return Progress::failed;
}

void RequestReader::reset() {
    constexpr std::size_t kWorthKeeping = 4096;  // what an idle connection may hold on to
    stage_ = Stage::head;
    searched_ = 0;
    has_skipped_line_ = false;
    failure_ = 0;
    chunks_ = {};
    is_chunked_ = false;
    raw_.method = Method::get;
    raw_.target.clear();
    raw_.headers.clear();
    raw_.body.clear();
    if (raw_.body.capacity() > kWorthKeeping) raw_.body.shrink_to_fit();
    raw_.persistence = Persistence::keep_alive;
    raw_.expects_continue = false;
    raw_.content_length.reset();
}

}  // namespace http
