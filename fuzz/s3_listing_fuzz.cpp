// fuzz/s3_listing_fuzz.cpp - what a server answers that is asked for its files.
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "base/check.h"
#include "platform/files/s3_listing.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const auto listing = files::read_s3_listing({reinterpret_cast<const char*>(data), size});
    if (!listing) return 0;
    for (const auto& object : listing->objects) CHECK(!object.key.empty() && object.modified_at.seconds() >= 0);
    return 0;
}
