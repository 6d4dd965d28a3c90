// base/utf8.h - characters as bytes.
#pragma once
#include <cstdint>
#include <string>

namespace base {

// Appends the character as UTF-8 (RFC 3629): one to four bytes. It has to be one of Unicode's, up to U+10FFFF and no
// surrogate; the caller puts U+FFFD in the place of anything else.
void append_utf8(std::string& out, std::uint32_t code_point);

}  // namespace base
