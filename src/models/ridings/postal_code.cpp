#include "models/ridings/postal_code.h"

#include <array>

namespace ridings {
namespace {

constexpr std::size_t kLength = 6;

constexpr std::uint32_t radix(std::size_t position) { return position % 2 == 0 ? 26 : 10; }

// The letter or digit at this position as a number; nullopt where it may not stand there.
std::optional<std::uint32_t> digit_at(std::size_t position, char c) {
    if (position % 2 == 1)
        return c >= '0' && c <= '9' ? std::optional{static_cast<std::uint32_t>(c - '0')} : std::nullopt;
    const char upper = c >= 'a' && c <= 'z' ? static_cast<char>(c - 32) : c;
    if (upper < 'A' || upper > 'Z') return std::nullopt;
    if (std::string_view{"DFIOQU"}.contains(upper)) return std::nullopt;
    if (position == 0 && (upper == 'W' || upper == 'Z')) return std::nullopt;
    return static_cast<std::uint32_t>(upper - 'A');
}

std::string plain_text(PackedCode code) {
    std::string text(kLength, ' ');
    std::uint32_t rest = code.value;
    for (std::size_t i = kLength; i-- > 0;) {
        const auto digit = static_cast<char>(rest % radix(i));
        text[i] = static_cast<char>((i % 2 == 0 ? 'A' : '0') + digit);
        rest /= radix(i);
    }
    return text;
}

}  // namespace

std::optional<PackedCode> pack(std::string_view text) {
    std::uint32_t value = 0;
    std::size_t position = 0;
    for (const char c : text) {
        if (c == ' ' || c == '-') continue;
        if (position == kLength) return std::nullopt;
        const auto digit = digit_at(position, c);
        if (!digit) return std::nullopt;
        value = value * radix(position) + *digit;
        ++position;
    }
    if (position != kLength) return std::nullopt;
    return PackedCode{value};
}

std::string text_of(PackedCode code) {
    std::string text = plain_text(code);
    return text.insert(3, " ");
}

std::string district_of(PackedCode code) { return plain_text(code).substr(0, 3); }

}  // namespace ridings
