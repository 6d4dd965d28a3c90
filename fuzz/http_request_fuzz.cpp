// fuzz/http_request_fuzz.cpp - requests in any bytes, read whole and in pieces: both readings must agree.
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/check.h"
#include "platform/http/finishing.h"
#include "platform/http/request_reader.h"

namespace {

constexpr std::size_t kHeaderLimit = 4096, kBodyLimit = 4096;

struct Reading {
    std::vector<std::string> requests;
    int failure = 0;
    bool operator==(const Reading&) const = default;
};

std::string describe(http::RawRequest& raw) {
    std::string text{http::name(raw.method)};
    text += " " + raw.target + "\n";
    for (std::size_t i = 0; i < raw.headers.size(); ++i)
        text.append(raw.headers[i].name).append("=").append(raw.headers[i].value).append("\n");
    text += raw.body;
    CHECK(raw.body.size() <= kBodyLimit);
    return text;
}

// Gives the bytes in pieces of this size, as a network may.
Reading read_in_pieces(std::string_view bytes, std::size_t size) {
    http::RequestReader reader{kHeaderLimit};
    reader.set_body_limit(kBodyLimit);
    Reading reading;
    std::string waiting;
    while (true) {
        std::size_t used = 0;
        const auto progress = reader.advance(waiting, used);
        CHECK(used <= waiting.size());
        waiting.erase(0, used);
        if (progress == http::RequestReader::Progress::failed) {
            reading.failure = reader.failure();
            return reading;
        }
        if (progress == http::RequestReader::Progress::complete) {
            reading.requests.push_back(describe(reader.raw()));
            http::Request request;
            http::make_request(reader.raw(), {}, {}, request);
            reader.reset();
        }
        if (progress == http::RequestReader::Progress::need_more || waiting.empty()) {
            if (bytes.empty() && progress == http::RequestReader::Progress::need_more) return reading;
            const auto piece = bytes.substr(0, size);
            waiting += piece;
            bytes.remove_prefix(piece.size());
        }
    }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view bytes{reinterpret_cast<const char*>(data), size};
    const auto whole = read_in_pieces(bytes, bytes.size() + 1);
    const auto pieces = read_in_pieces(bytes, 1 + size % 7);
    CHECK(whole.requests == pieces.requests);
    CHECK((whole.failure == 0) == (pieces.failure == 0));
    return 0;
}
