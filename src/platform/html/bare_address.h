// platform/html/bare_address.h - finds web addresses that stand in a text as they are.
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

namespace html {

struct BareAddress {
    size_t begin = 0;
    size_t end = 0;  // behind the last byte
};

// The first address at or behind `from`: http:// or https:// that no letter or digit precedes, up to a blank, a quote
// or an angle bracket, without the punctuation that ends the sentence and without a bracket that was opened before it.
[[nodiscard]] std::optional<BareAddress> find_bare_address(std::string_view text, size_t from);

}  // namespace html
