// What people write about why they signed: whatever the bytes are, tidying them twice changes nothing more, what is
// accepted is no longer than it may be, and moderators get hints.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "base/text.h"
#include "features/comments/comment.h"
#include "features/comments/hints.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view bytes{reinterpret_cast<const char*>(data), size};
    if (!base::is_valid_utf8(bytes)) return 0;  // forms are, before they get here
    const auto words = comments::tidied_words(bytes);
    if (comments::tidied_words(words) != words || !base::is_valid_utf8(words)) std::abort();
    const auto accepted = comments::accept(bytes);
    if (accepted && (accepted->empty() || base::count_characters(*accepted) > comments::kLongestWords)) std::abort();
    comments::hints_of(words, base::Locale::french);
    if (comments::likeness_of(words) < 0) std::abort();
    return 0;
}
