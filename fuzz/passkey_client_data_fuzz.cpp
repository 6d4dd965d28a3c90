// fuzz/passkey_client_data_fuzz.cpp - what a browser might say of a ceremony with a passkey.
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "base/check.h"
#include "platform/auth/client_data.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const auto read = auth::parse_client_data({reinterpret_cast<const char*>(data), size});
    if (read) CHECK(size <= auth::kLongestClientData);
    return 0;
}
