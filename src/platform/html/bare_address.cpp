#include "platform/html/bare_address.h"

#include <algorithm>
#include <array>

namespace html {
namespace {

// Blanks and quotes of typography, in UTF-8: no-break spaces, « » “ ” ’ and the ellipsis.
constexpr auto kEnds = std::to_array<std::string_view>(
    {"\u00a0", "\u202f", "\u2009", "\u00ab", "\u00bb", "\u201c", "\u201d", "\u2019", "\u2026"});

bool is_letter_or_digit(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9'); }

bool ends_address(std::string_view rest) {
    const auto byte = static_cast<unsigned char>(rest[0]);
    if (byte <= 0x20 || byte == 0x7f || rest[0] == '<' || rest[0] == '>' || rest[0] == '"') return true;
    return byte >= 0x80 && std::ranges::any_of(kEnds, [&](auto end) { return rest.starts_with(end); });
}

size_t length_of_scheme(std::string_view rest) {
    if (rest.starts_with("https://")) return 8;
    return rest.starts_with("http://") ? 7 : 0;
}

// Without the full stop of the sentence, and without a closing bracket that has no opening one in the address.
size_t trimmed_length(std::string_view address) {
    auto surplus = std::ranges::count(address, ')') - std::ranges::count(address, '(');
    while (!address.empty()) {
        const char last = address.back();
        if (last == ')' && surplus > 0)
            --surplus;
        else if (std::string_view{".,;:!?*_~'"}.find(last) == std::string_view::npos)
            break;
        address.remove_suffix(1);
    }
    return address.size();
}

// The length of the address that begins here, or 0.
size_t length_at(std::string_view rest) {
    const auto scheme = length_of_scheme(rest);
    if (scheme == 0 || scheme == rest.size() || !is_letter_or_digit(rest[scheme])) return 0;
    size_t length = scheme;
    while (length < rest.size() && !ends_address(rest.substr(length))) ++length;
    return trimmed_length(rest.substr(0, length));
}

}  // namespace

std::optional<BareAddress> find_bare_address(std::string_view text, size_t from) {
    for (auto at = text.find("http", from); at != std::string_view::npos; at = text.find("http", at + 4)) {
        if (at > 0 && is_letter_or_digit(text[at - 1])) continue;
        if (const auto length = length_at(text.substr(at)); length > 0) return BareAddress{at, at + length};
    }
    return std::nullopt;
}

}  // namespace html
