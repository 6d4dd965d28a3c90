// people/web_address.h - the addresses of pages that people enter in forms. Pure.
#pragma once
#include <string_view>

namespace people {

// Whether the text is a whole address of a page elsewhere: https:// or http:// in front, a dot in it, at most 500 bytes
// of printable ASCII without blanks, quotation marks and angle brackets.
bool is_web_address(std::string_view text);

}  // namespace people
