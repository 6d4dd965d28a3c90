// fuzz/cookie_fuzz.cpp - Cookie headers in any bytes: the list and the search for one must agree.
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "base/check.h"
#include "platform/http/forms.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view bytes{reinterpret_cast<const char*>(data), size};
    const auto cookies = http::read_cookies(bytes);
    CHECK(cookies.size() <= http::kMostFields);
    for (std::size_t i = 0; i < cookies.size(); ++i) CHECK(!cookies[i].name.empty());
    const auto listed = cookies.find("session");
    if (listed) CHECK(http::find_cookie(bytes, "session") == listed);
    return 0;
}
