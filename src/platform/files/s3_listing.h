// platform/files/s3_listing.h - reads what an S3-compatible server answers to "list objects".
#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/instant.h"

namespace files {

struct S3Object {
    std::string key;
    std::int64_t size = 0;  // bytes
    base::Instant modified_at{};
};

struct S3Listing {
    std::vector<S3Object> objects;
    std::string next;  // the token that the next page is asked with; empty: this is the last
};

// ListBucketResult of ListObjectsV2 (Amazon S3 API reference), in any namespace. Objects without a key, a size or a
// time are left out. nullopt: it is no such document. No entity is resolved and nothing is fetched.
std::optional<S3Listing> read_s3_listing(std::string_view xml);

}  // namespace files
