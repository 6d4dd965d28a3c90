// fuzz/newspaper_list_fuzz.cpp - any bytes as a list of newspapers: refused line by line, or read so that what was read
// is taken in again; and as a letter, whose words and signature never fail.
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "base/check.h"
#include "features/editor_letters/letter.h"
#include "features/editor_letters/newspaper.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace editor_letters;
    const std::string_view bytes{reinterpret_cast<const char*>(data), size};
    const std::string today = "2026-11-22";
    const auto list = read_list({bytes, today});
    if (!list) CHECK(!list.error().empty());
    if (list) {
        for (const auto& facts : *list) {
            const auto form = form_of(facts);
            CHECK(accept(TypedNewspaper{form, today}));
        }
    }
    const auto signature = likeness::signature_of(bytes);
    CHECK(likeness::from_bytes(likeness::to_bytes(signature)) == signature);
    CHECK(count_words(bytes) >= 0);
    return 0;
}
