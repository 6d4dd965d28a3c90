// What visitors write for the photo wall: whatever the bytes are, a cut is one that is possible, a file name leads
// nowhere else, initials are short, and tidying twice changes nothing.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>

#include "base/text.h"
#include "features/voices/voice.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view bytes{reinterpret_cast<const char*>(data), size};
    const auto crop = voices::crop_of(bytes);
    if (!crop.is_possible() || voices::crop_of(voices::text_of(crop)) != crop) std::abort();
    if (const auto name = voices::read_file_name(bytes))
        if (name->address.size() != 64 || name->width <= 0) std::abort();
    if (!base::is_valid_utf8(bytes)) return 0;  // texts of forms are, before they get here
    const auto message = voices::tidied_message(bytes);
    if (voices::tidied_message(message) != message) std::abort();
    if (voices::length_of(message) > base::count_characters(message)) std::abort();
    if (base::count_characters(voices::initials_of(bytes)) > 2) std::abort();
    return 0;
}
