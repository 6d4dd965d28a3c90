#include "base/utf8.h"

namespace base {

void append_utf8(std::string& out, std::uint32_t code_point) {
    const auto tail = [code_point](int shift) { return static_cast<char>(0x80 | ((code_point >> shift) & 0x3f)); };
    if (code_point < 0x80) {
        out += static_cast<char>(code_point);
    } else if (code_point < 0x800) {
        out += static_cast<char>(0xc0 | (code_point >> 6));
        out += tail(0);
    } else if (code_point < 0x10000) {
        out += static_cast<char>(0xe0 | (code_point >> 12));
        (out += tail(6)) += tail(0);
    } else {
        out += static_cast<char>(0xf0 | (code_point >> 18));
        ((out += tail(12)) += tail(6)) += tail(0);
    }
}

}  // namespace base
