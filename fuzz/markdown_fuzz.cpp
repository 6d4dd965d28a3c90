// fuzz/markdown_fuzz.cpp - whatever staff or a script writes: bounded HTML without scripts, and bounded plain text.
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "base/check.h"
#include "platform/html/markdown.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view source(reinterpret_cast<const char*>(data), size);
    const auto markup = html::markdown(source);
    CHECK(markup.view().size() <= 17 * size + 32 * 1024);
    CHECK(markup.view().find("<script") == std::string_view::npos);
    CHECK(markup.view().find("href=\"javascript") == std::string_view::npos);
    CHECK(html::plain_text(source).size() <= 17 * size + 32 * 1024);
    return 0;
}
