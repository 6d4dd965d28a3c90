// platform/http/compression.cpp - zlib and brotli at cheap levels.
#include "platform/http/compression.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <stdexcept>

#include <brotli/encode.h>
#include <zlib.h>

#include "base/text.h"

namespace http {
namespace {

constexpr int kGzipLevel = 4;
constexpr int kBrotliQuality = 4;

std::string gzip(std::string_view bytes) {
    constexpr int kGzipWindow = 15 + 16;  // 15 bits, with gzip's own head and checksum
    z_stream stream{};
    if (deflateInit2(&stream, kGzipLevel, Z_DEFLATED, kGzipWindow, 8, Z_DEFAULT_STRATEGY) != Z_OK)
        throw std::runtime_error("zlib has no memory");
    std::string out(deflateBound(&stream, bytes.size()), '\0');
    stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(bytes.data()));  // zlib never writes there
    stream.avail_in = static_cast<uInt>(bytes.size());
    stream.next_out = reinterpret_cast<Bytef*>(out.data());
    stream.avail_out = static_cast<uInt>(out.size());
    const int result = deflate(&stream, Z_FINISH);
    deflateEnd(&stream);
    if (result != Z_STREAM_END) throw std::runtime_error("zlib could not finish");
    out.resize(out.size() - stream.avail_out);
    return out;
}

std::string brotli(std::string_view bytes) {
    std::size_t size = BrotliEncoderMaxCompressedSize(bytes.size());
    std::string out(size, '\0');
    if (BrotliEncoderCompress(kBrotliQuality, BROTLI_DEFAULT_WINDOW, BROTLI_MODE_TEXT, bytes.size(),
                              reinterpret_cast<const std::uint8_t*>(bytes.data()), &size,
                              reinterpret_cast<std::uint8_t*>(out.data())) != BROTLI_TRUE)
        throw std::runtime_error("brotli could not finish");
    out.resize(size);
    return out;
}

std::string_view without_blanks(std::string_view text) {
    const auto first = text.find_first_not_of(" \t");
    return first == std::string_view::npos ? "" : text.substr(first, text.find_last_not_of(" \t") - first + 1);
}

// Whether "; q=0", "; q=0.000" stands there.
bool is_refused(std::string_view parameters) {
    const auto q = parameters.find("q=");
    if (q == std::string_view::npos) return false;
    const auto weight = without_blanks(parameters.substr(q + 2));
    return !weight.empty() && weight.find_first_not_of("0.") == std::string_view::npos;
}

}  // namespace

std::string_view token(Encoding encoding) {
    switch (encoding) {
        case Encoding::gzip:
            return "gzip";
        case Encoding::brotli:
            return "br";
        case Encoding::identity:
            break;
    }
    return "";
}

AcceptedEncodings accepted_encodings(std::string_view header) {
    AcceptedEncodings accepted;
    while (!header.empty()) {
        const auto comma = header.find(',');
        const auto part = header.substr(0, comma);
        header.remove_prefix(comma == std::string_view::npos ? header.size() : comma + 1);
        const auto semicolon = part.find(';');
        const auto name = without_blanks(part.substr(0, semicolon));
        const bool taken = semicolon == std::string_view::npos || !is_refused(part.substr(semicolon));
        if (base::equals_ignoring_ascii_case(name, "gzip")) accepted.gzip = taken;
        if (base::equals_ignoring_ascii_case(name, "br")) accepted.brotli = taken;
    }
    return accepted;
}

std::string compress(std::string_view bytes, Encoding encoding) {
    switch (encoding) {
        case Encoding::gzip:
            return gzip(bytes);
        case Encoding::brotli:
            return brotli(bytes);
        case Encoding::identity:
            break;
    }
    return std::string{bytes};
}

bool is_compressible(std::string_view content_type) {
    constexpr std::array kTypes{"application/json", "application/javascript", "application/xml", "image/svg+xml"};
    const auto type = content_type.substr(0, content_type.find(';'));
    return type.starts_with("text/") || type.ends_with("+json") || type.ends_with("+xml") ||
           std::ranges::find(kTypes, type) != kTypes.end();
}

}  // namespace http
