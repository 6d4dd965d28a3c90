#include "platform/html/escape.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <cstring>

namespace html {
namespace {

constexpr std::string_view reference_for(char c) {
    switch (c) {
        case '&':
            return "&amp;";
        case '<':
            return "&lt;";
        case '>':
            return "&gt;";
        case '"':
            return "&quot;";
        case '\'':
            return "&#39;";
        default:
            return {};
    }
}

// Most text has nothing to escape. It is looked at 16 letters at a time, all at once: a letter compared is -1 or 0.
using Letters [[gnu::vector_size(16)]] = char;

bool has_special(std::string_view up_to_16) {
    Letters letters{};
    std::memcpy(&letters, up_to_16.data(), up_to_16.size());
    const auto special = (letters == '&') | (letters == '<') | (letters == '>') | (letters == '"') | (letters == '\'');
    std::array<std::uint64_t, 2> halves;
    std::memcpy(halves.data(), &special, sizeof halves);
    return (halves[0] | halves[1]) != 0;
}

void append_one_by_one(std::string& out, std::string_view text) {
    for (const char c : text) {
        const auto reference = reference_for(c);
        if (reference.empty())
            out += c;
        else
            out += reference;
    }
}

constexpr bool is_control(char c) {
    const auto byte = static_cast<unsigned char>(c);
    return byte < 0x20 || byte == 0x7f;
}

constexpr char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

bool starts_with_any_case(std::string_view text, std::string_view lower_case_prefix) {
    return text.size() >= lower_case_prefix.size() &&
           std::equal(lower_case_prefix.begin(), lower_case_prefix.end(), text.begin(),
                      [](char expected, char found) { return expected == lower(found); });
}

bool is_unreserved(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '.' ||
           c == '_' || c == '~';
}

void append_percent(std::string& out, char c) {
    constexpr std::string_view kDigits = "0123456789ABCDEF";
    const auto byte = static_cast<unsigned char>(c);
    out += '%';
    out += kDigits[byte >> 4];
    out += kDigits[byte & 15];
}

}  // namespace

void append_escaped(std::string& out, std::string_view text) {
    std::size_t copied = 0;
    for (std::size_t at = 0; at < text.size(); at += sizeof(Letters)) {
        const auto some = text.substr(at, sizeof(Letters));
        if (!has_special(some)) continue;
        append_one_by_one(out.append(text, copied, at - copied), some);
        copied = at + some.size();
    }
    out.append(text, copied);
}

bool is_allowed_url(std::string_view url) {
    if (std::ranges::any_of(url, is_control)) return false;
    if (url.empty() || url[0] == '#' || url[0] == '?') return true;
    if (url[0] == '/') return url.size() == 1 || (url[1] != '/' && url[1] != '\\');
    return is_absolute_url(url) || starts_with_any_case(url, "mailto:") || starts_with_any_case(url, "tel:");
}

bool is_absolute_url(std::string_view url) {
    return starts_with_any_case(url, "https://") || starts_with_any_case(url, "http://");
}

void append_url(std::string& out, std::string_view url) { append_escaped(out, is_allowed_url(url) ? url : "#blocked"); }

void append_url_base(std::string& out, std::string_view url) {
    while (url.ends_with('/')) url.remove_suffix(1);
    append_url(out, url);
}

void append_path_piece(std::string& out, std::string_view piece) {
    for (char c : piece) {
        if (is_unreserved(c) || c == '@' || c == ':' || c == '+' || c == ',')
            out += c;
        else
            append_percent(out, c);
    }
}

void append_query_piece(std::string& out, std::string_view piece) {
    for (char c : piece) {
        if (is_unreserved(c))
            out += c;
        else
            append_percent(out, c);
    }
}

}  // namespace html
