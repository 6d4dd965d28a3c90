// platform/files/s3_signature.h - AWS Signature Version 4 for requests to S3 and what speaks like it.
#pragma once
#include <map>
#include <string>
#include <string_view>

#include "base/instant.h"

namespace files {

struct S3Keys {
    std::string access_key, secret_key;
    std::string region;  // "us-east-1"
};

// Names of headers in small letters; names and values of the query decoded.
struct S3Request {
    std::string method;  // "GET"
    std::string path;    // decoded, begins with '/'
    std::map<std::string, std::string> query{};
    std::map<std::string, std::string> headers{};  // all that are signed, host among them
    std::string body_digest;                       // SHA-256 of the body in hexadecimal
};

// The value of the header Authorization, as the "AWS Signature Version 4" of Amazon S3's API reference computes it
// ("Authenticating Requests: Using the Authorization Header"), service "s3". x-amz-date and x-amz-content-sha256 must
// stand among the headers: x_amz_date(at) and body_digest.
std::string s3_authorization(const S3Request& request, const S3Keys& keys, base::Instant at);

// "20130524T000000Z", in UTC.
std::string x_amz_date(base::Instant at);

// A decoded text as it stands in an address: letters, digits and -._~ as they are, and '/' where it is a path.
enum class S3Encoding : unsigned char { path, query };
std::string s3_encoded(std::string_view text, S3Encoding encoding);

std::string sha256_hex(std::string_view bytes);

}  // namespace files
