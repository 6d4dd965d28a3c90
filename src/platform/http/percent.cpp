// platform/http/percent.cpp - percent-encoding, byte by byte.
#include "platform/http/percent.h"

namespace http {
namespace {

constexpr char kHex[] = "0123456789ABCDEF";

int hex_value(char c) {
    if (c >= '0' && c <= '9') return c - '0';
    const char lower = static_cast<char>(c | 0x20);
    return lower >= 'a' && lower <= 'f' ? lower - 'a' + 10 : -1;
}

// The byte of the escape that begins at text[at], or -1.
int escaped_byte(std::string_view text, std::size_t at) {
    if (at + 2 >= text.size()) return -1;
    const int high = hex_value(text[at + 1]), low = hex_value(text[at + 2]);
    return high < 0 || low < 0 ? -1 : high * 16 + low;
}

bool is_unreserved(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '.' ||
           c == '_' || c == '~';
}

bool may_stand_in_header(char c) {
    return c > ' ' && c < 127 && std::string_view{"\"<>\\^`{|}"}.find(c) == std::string_view::npos;
}

template <class May>
std::string encode_unless(std::string_view text, May may_stay) {
    std::string out;
    out.reserve(text.size());
    for (const char c : text) {
        if (may_stay(c)) {
            out += c;
            continue;
        }
        const auto byte = static_cast<unsigned char>(c);
        out += '%';
        out += kHex[byte >> 4];
        out += kHex[byte & 15];
    }
    return out;
}

}  // namespace

std::string percent_decode(std::string_view text, Plus plus) {
    std::string out(text.size(), '\0');
    std::size_t length = 0;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const int byte = text[i] == '%' ? escaped_byte(text, i) : -1;
        if (byte >= 0) {
            out[length++] = static_cast<char>(byte);
            i += 2;
        } else {
            out[length++] = text[i] == '+' && plus == Plus::is_space ? ' ' : text[i];
        }
    }
    out.resize(length);
    return out;
}

std::optional<std::string> strict_percent_decode(std::string_view text) {
    for (std::size_t i = 0; i < text.size(); ++i)
        if (text[i] == '%' && escaped_byte(text, i) < 0) return std::nullopt;
    return percent_decode(text, Plus::is_itself);
}

std::string percent_encode(std::string_view text) { return encode_unless(text, is_unreserved); }
std::string encode_for_header(std::string_view address) { return encode_unless(address, may_stand_in_header); }

}  // namespace http
