// fuzz/form_fuzz.cpp - urlencoded forms in any bytes: always text, always bounded.
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "base/check.h"
#include "base/text.h"
#include "platform/http/forms.h"
#include "platform/http/percent.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view bytes{reinterpret_cast<const char*>(data), size};
    if (const auto form = http::read_urlencoded(bytes)) {
        CHECK(form->size() <= http::kMostFields);
        for (std::size_t i = 0; i < form->size(); ++i) {
            CHECK(base::is_valid_utf8((*form)[i].name) && base::is_valid_utf8((*form)[i].value));
            CHECK((*form)[i].value.find('\0') == std::string_view::npos);
        }
    }
    CHECK(http::percent_decode(http::percent_encode(bytes), http::Plus::is_space) == bytes);
    for (const char c : http::encode_for_header(bytes)) CHECK(c > ' ' && c < 127);
    return 0;
}
