// fuzz/accept_language_fuzz.cpp - whatever a browser says it reads: one of our languages, or none.
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "platform/i18n/negotiation.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view header(reinterpret_cast<const char*>(data), size);
    (void)i18n::preferred_locale(header);
    (void)i18n::locale_of_path(header);
    return 0;
}
