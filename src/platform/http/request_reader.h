// platform/http/request_reader.h - bytes in, requests out; knows nothing of sockets.
#pragma once
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "platform/http/chunk_reader.h"
#include "platform/http/request.h"

namespace http {

enum class Persistence : unsigned char { keep_alive, close };

// A request as it came, nothing decoded. Reused from one request to the next, so that its buffers stay.
struct RawRequest {
    Method method = Method::get;
    std::string target;  // origin form: begins with '/'; "*" for OPTIONS
    Headers headers;
    std::string body;
    Persistence persistence = Persistence::keep_alive;
    bool takes_chunks = true;       // HTTP/1.1: an answer of unknown length may come in chunks
    bool expects_continue = false;  // waits for "100 Continue" before it sends the body
    std::optional<std::uint64_t> content_length;

    std::string_view path() const { return std::string_view{target}.substr(0, target.find('?')); }
    std::string_view query() const {
        const auto at = target.find('?');
        return at == std::string::npos ? std::string_view{} : std::string_view{target}.substr(at + 1);
    }
};

// Reads one request after the other. After head_complete, raw() has all but the body, and the body limit may still be
// changed; after complete, call reset() and go on with the bytes that were not used.
class RequestReader {
public:
    // header_limit: bytes of request line and headers; more is 431.
    explicit RequestReader(std::size_t header_limit);

    enum class Progress : unsigned char { need_more, head_complete, complete, failed };

    // Goes on with bytes, which begin with those that the last call did not use. used: how many this call did.
    Progress advance(std::string_view bytes, std::size_t& used);

    void set_body_limit(std::size_t bytes) { body_limit_ = bytes; }

    // Why advance failed: 400, 413, 431, 501 or 505. The connection cannot be read any further.
    int failure() const { return failure_; }

    // Whether a part of a request has been read.
    bool is_reading_body() const { return stage_ == Stage::body; }

    RawRequest& raw() { return raw_; }
    void reset();

private:
    class HeadParser;
    enum class Stage : unsigned char { head, body };

    Progress read_head(std::string_view bytes, std::size_t& used);
    Progress read_body(std::string_view bytes, std::size_t& used);
    Progress read_chunks(std::string_view bytes, std::size_t& used);
    Progress fail(int status);
    bool take_target();

    std::size_t header_limit_, body_limit_ = 0;
    std::size_t searched_ = 0;       // bytes known to hold no end of the head
    bool has_skipped_line_ = false;  // before the request line
    Stage stage_ = Stage::head;
    int failure_ = 0;
    RawRequest raw_;
    ChunkReader chunks_;
    bool is_chunked_ = false;
};

}  // namespace http
