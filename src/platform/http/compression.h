// platform/http/compression.h - gzip and brotli, and what a browser takes.
#pragma once
#include <string>
#include <string_view>

namespace http {

enum class Encoding : unsigned char { identity, gzip, brotli };

// "gzip", "br"; "" for identity.
std::string_view token(Encoding encoding);

// Which of the two an Accept-Encoding header (RFC 9110, 12.5.3) takes; a weight of 0 refuses.
struct AcceptedEncodings {
    bool gzip = false, brotli = false;
    Encoding best() const { return brotli ? Encoding::brotli : gzip ? Encoding::gzip : Encoding::identity; }
};
AcceptedEncodings accepted_encodings(std::string_view accept_encoding);

// Bytes at a level that costs about 10 us a KiB; identity gives them back as they are.
std::string compress(std::string_view bytes, Encoding encoding);

// Whether bytes of this content type get smaller: texts, JSON, XML, SVG.
bool is_compressible(std::string_view content_type);

}  // namespace http
