// fuzz/multipart_fuzz.cpp - the first line is the content type, the rest the body.
#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "base/check.h"
#include "base/text.h"
#include "platform/http/forms.h"
#include "platform/http/multipart.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view bytes{reinterpret_cast<const char*>(data), size};
    const auto end = std::min(bytes.find('\n'), bytes.size());
    const auto body = bytes.substr(std::min(end + 1, bytes.size()));
    if (const auto form = http::read_multipart(bytes.substr(0, end), body)) {
        CHECK(form->size() + form->files.size() <= http::kMostFields);
        for (std::size_t i = 0; i < form->size(); ++i) CHECK(base::is_valid_utf8((*form)[i].value));
        for (const auto& file : form->files) CHECK(base::is_valid_utf8(file.name) && file.bytes.size() <= body.size());
    }
    return 0;
}
