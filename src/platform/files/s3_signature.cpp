#include "platform/files/s3_signature.h"

#include <ctime>

#include <fmt/format.h>
#include <openssl/evp.h>
#include <openssl/hmac.h>

#include "platform/files/address.h"

namespace files {
namespace {

std::string hmac(std::string_view key, std::string_view text) {
    std::string digest(32, '\0');
    unsigned length = 0;
    HMAC(EVP_sha256(), key.data(), static_cast<int>(key.size()), reinterpret_cast<const unsigned char*>(text.data()),
         text.size(), reinterpret_cast<unsigned char*>(digest.data()), &length);
    return digest;
}

std::string hex(std::string_view bytes) {
    std::string text;
    for (const char byte : bytes) text += fmt::format("{:02x}", static_cast<unsigned char>(byte));
    return text;
}

std::string canonical_query(const std::map<std::string, std::string>& query) {
    std::map<std::string, std::string> encoded;  // sorted once more: by what is written
    for (const auto& [name, value] : query)
        encoded[s3_encoded(name, S3Encoding::query)] = s3_encoded(value, S3Encoding::query);
    std::string text;
    for (const auto& [name, value] : encoded) text += fmt::format("{}{}={}", text.empty() ? "" : "&", name, value);
    return text;
}

std::string signed_headers(const std::map<std::string, std::string>& headers) {
    std::string names;
    for (const auto& [name, value] : headers) names += (names.empty() ? "" : ";") + name;
    return names;
}

std::string canonical_request(const S3Request& request) {
    std::string headers;
    for (const auto& [name, value] : request.headers) headers += fmt::format("{}:{}\n", name, value);
    return fmt::format("{}\n{}\n{}\n{}\n{}\n{}", request.method, s3_encoded(request.path, S3Encoding::path),
                       canonical_query(request.query), headers, signed_headers(request.headers), request.body_digest);
}

}  // namespace

std::string x_amz_date(base::Instant at) {
    const std::time_t seconds = at.seconds();
    std::tm parts{};
    ::gmtime_r(&seconds, &parts);
    return fmt::format("{:04}{:02}{:02}T{:02}{:02}{:02}Z", parts.tm_year + 1900, parts.tm_mon + 1, parts.tm_mday,
                       parts.tm_hour, parts.tm_min, parts.tm_sec);
}

std::string s3_encoded(std::string_view text, S3Encoding encoding) {
    std::string encoded;
    for (const char c : text) {
        const bool is_plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' ||
                              c == '.' || c == '_' || c == '~' || (c == '/' && encoding == S3Encoding::path);
        encoded += is_plain ? std::string{c} : fmt::format("%{:02X}", static_cast<unsigned char>(c));
    }
    return encoded;
}

std::string sha256_hex(std::string_view bytes) { return Address::of(bytes).hex(); }

std::string s3_authorization(const S3Request& request, const S3Keys& keys, base::Instant at) {
    const auto date = x_amz_date(at);
    const auto day = date.substr(0, 8);
    const auto scope = fmt::format("{}/{}/s3/aws4_request", day, keys.region);
    const auto to_sign =
        fmt::format("AWS4-HMAC-SHA256\n{}\n{}\n{}", date, scope, sha256_hex(canonical_request(request)));
    const auto key = hmac(hmac(hmac(hmac("AWS4" + keys.secret_key, day), keys.region), "s3"), "aws4_request");
    return fmt::format("AWS4-HMAC-SHA256 Credential={}/{},SignedHeaders={},Signature={}", keys.access_key, scope,
                       signed_headers(request.headers), hex(hmac(key, to_sign)));
}

}  // namespace files
