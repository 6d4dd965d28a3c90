// fuzz/document_type_fuzz.cpp - uploaded bytes as a document to take away: a type or a problem, whatever they are.
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "base/check.h"
#include "features/newsroom/document.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view bytes{reinterpret_cast<const char*>(data), size};
    const auto type = newsroom::type_of({bytes, "upload.csv"});
    CHECK(type || type.error().size() == 1);
    if (type) CHECK(newsroom::document_type_of(newsroom::ending_of(*type)) == *type);
    const auto path = newsroom::document_path(newsroom::DocumentId{17}, bytes, newsroom::DocumentType::pdf);
    CHECK(newsroom::document_in(path) == newsroom::DocumentId{17});
    CHECK(path.size() < 120 && path.ends_with(".pdf"));
    return 0;
}
