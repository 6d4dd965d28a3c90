#include "base/text.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <cstring>

namespace base {
namespace {

bool is_continuation(char c) { return (static_cast<unsigned char>(c) & 0xC0) == 0x80; }

// The code point at the start of bytes and its length in bytes; length 0 where the bytes are malformed.
struct Decoded {
    char32_t code_point;
    std::size_t length;
};

// Most of what comes in is: eight bytes are looked at as one number.
bool begins_with_8_ascii(std::string_view bytes) {
    std::uint64_t eight = 0;
    if (bytes.size() < sizeof eight) return false;
    std::memcpy(&eight, bytes.data(), sizeof eight);
    return (eight & 0x8080808080808080U) == 0;
}

std::size_t sequence_length(unsigned char lead) {
    if (lead < 0x80) return 1;
    if (lead >= 0xC2 && lead <= 0xDF) return 2;
    if (lead >= 0xE0 && lead <= 0xEF) return 3;
    if (lead >= 0xF0 && lead <= 0xF4) return 4;
    return 0;
}

bool is_overlong_or_forbidden(char32_t code_point, std::size_t length) {
    if (length == 3 && code_point < 0x800) return true;
    if (length == 4 && (code_point < 0x10000 || code_point > 0x10FFFF)) return true;
    return code_point >= 0xD800 && code_point <= 0xDFFF;
}

Decoded decode_first(std::string_view bytes) {
    const auto lead = static_cast<unsigned char>(bytes.front());
    const std::size_t length = sequence_length(lead);
    if (length == 1) return {lead, 1};
    if (length == 0 || length > bytes.size()) return {0, 0};
    char32_t code_point = lead & (0x7F >> length);
    for (std::size_t i = 1; i < length; ++i) {
        if (!is_continuation(bytes[i])) return {0, 0};
        code_point = (code_point << 6) | (static_cast<unsigned char>(bytes[i]) & 0x3F);
    }
    if (is_overlong_or_forbidden(code_point, length)) return {0, 0};
    return {code_point, length};
}

bool is_blank(char32_t c) { return c == ' ' || (c >= '\t' && c <= '\r') || c == 0xA0; }
bool is_control(char32_t c) { return c < 0x20 || (c >= 0x7F && c < 0xA0); }

char to_lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + ('a' - 'A')) : c; }

// Base letters of U+00C0..U+017F, in order; '*' where the letter has none and stays as it is.
constexpr std::string_view kLatinBase =
    "aaaaaaaceeeeiiiidnooooo*ouuuuytsaaaaaaaceeeeiiiidnooooo*ouuuuyty"
    "aaaaaaccccccccddddeeeeeeeeeegggggggghhhhiiiiiiiiiiiijjkkkllllllllll"
    "nnnnnnnnnoooooooorrrrrrssssssssttttttuuuuuuuuuuuuwwyyyzzzzzzs";

void append_folded(std::string& out, std::string_view bytes, char32_t code_point) {
    if (code_point < 0x80) {
        const char lower = to_lower(bytes.front());
        if ((lower >= 'a' && lower <= 'z') || (lower >= '0' && lower <= '9')) out += lower;
        return;
    }
    if (code_point == 0x152 || code_point == 0x153) {
        out += "oe";
        return;
    }
    const bool has_base = code_point >= 0xC0 && code_point - 0xC0 < kLatinBase.size();
    if (has_base && kLatinBase[code_point - 0xC0] != '*') {
        out += kLatinBase[code_point - 0xC0];
        return;
    }
    if (code_point > 0x17F && code_point != 0x2019) out += bytes;
}

}  // namespace

bool is_valid_utf8(std::string_view bytes) {
    while (!bytes.empty()) {
        if (begins_with_8_ascii(bytes)) {
            bytes.remove_prefix(8);
            continue;
        }
        const Decoded first = decode_first(bytes);
        if (first.length == 0) return false;
        bytes.remove_prefix(first.length);
    }
    return true;
}

std::size_t count_characters(std::string_view text) {
    return static_cast<std::size_t>(std::ranges::count_if(text, [](char c) { return !is_continuation(c); }));
}

std::string_view first_characters(std::string_view text, std::size_t limit) {
    std::size_t seen = 0;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (is_continuation(text[i])) continue;
        if (seen++ == limit) return text.substr(0, i);
    }
    return text;
}

std::string collapse_spaces(std::string_view text) {
    std::string out;
    bool blank_pending = false;
    while (!text.empty()) {
        const Decoded first = decode_first(text);
        const std::size_t length = std::max<std::size_t>(first.length, 1);
        if (is_blank(first.code_point) && first.length > 0) {
            blank_pending = !out.empty();
        } else if (first.length == 0 || !is_control(first.code_point)) {
            if (blank_pending) out += ' ';
            blank_pending = false;
            out += text.substr(0, length);
        }
        text.remove_prefix(length);
    }
    return out;
}

std::string tidy_lines(std::string_view text) {
    std::string out;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const char c = text[i];
        if (c == '\r') {
            if (i + 1 == text.size() || text[i + 1] != '\n') out += '\n';
            continue;
        }
        const bool dropped = static_cast<unsigned char>(c) < 0x20 && c != '\n' && c != '\t';
        if (!dropped && c != 0x7F) out += c;
    }
    const auto first = out.find_first_not_of(" \t\n");
    if (first == std::string::npos) return {};
    return out.substr(first, out.find_last_not_of(" \t\n") - first + 1);
}

std::string lower_ascii(std::string_view text) {
    std::string out{text};
    std::ranges::transform(out, out.begin(), to_lower);
    return out;
}

bool equals_ignoring_ascii_case(std::string_view left, std::string_view right) {
    return std::ranges::equal(left, right, {}, to_lower, to_lower);
}

std::string fold_name(std::string_view name) {
    std::string out;
    while (!name.empty()) {
        const Decoded first = decode_first(name);
        if (first.length == 0) return out;
        append_folded(out, name.substr(0, first.length), first.code_point);
        name.remove_prefix(first.length);
    }
    return out;
}

}  // namespace base
