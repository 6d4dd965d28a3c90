// fuzz/picture_format_fuzz.cpp - how uploaded bytes begin, and what the worker of pictures answers: neither is trusted.
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "base/check.h"
#include "platform/imaging/format.h"
#include "platform/imaging/messages.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view bytes{reinterpret_cast<const char*>(data), size};
    const auto format = imaging::format_of(bytes);
    const auto bare = imaging::bare_webp(bytes);
    CHECK(imaging::format_of(bare) == format && bare.size() <= size + 1);
    CHECK(imaging::bare_webp(bare) == bare);
    const auto textless = imaging::without_texts(std::string{bytes});
    CHECK(imaging::format_of(textless) == format && textless.size() <= size);
    CHECK(imaging::without_texts(textless) == textless);
    if (const auto answer = imaging::read_answer(bytes)) CHECK(imaging::written(*answer) == bytes);
    if (const auto question = imaging::read_question(bytes)) CHECK(imaging::written(*question) == bytes);
    return 0;
}
