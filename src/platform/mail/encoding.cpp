#include "platform/mail/encoding.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <ctime>

#include <fmt/format.h>

namespace mail {
namespace {

constexpr std::size_t kFoldAt = 78;            // RFC 5322, 2.1.1
constexpr std::size_t kEncodedWordBytes = 42;  // 56 characters of base64, 68 in all: fits beside "Subject: "
constexpr std::size_t kQuotedLine = 75;        // and the "=" of a soft line end: 76

bool is_printable_ascii(char c) { return c >= 0x20 && c <= 0x7e; }

bool is_continuation(char c) { return (static_cast<unsigned char>(c) & 0xc0) == 0x80; }

// Where to end the next encoded word: never inside a character.
std::size_t word_end(std::string_view text) {
    if (text.size() <= kEncodedWordBytes) return text.size();
    std::size_t end = kEncodedWordBytes;
    while (is_continuation(text[end])) --end;
    return end;
}

void append_quoted(std::string& line, char c) { line += fmt::format("={:02X}", static_cast<unsigned char>(c)); }

// One line of the body, without its end.
void append_quoted_line(std::string& out, std::string_view line) {
    std::size_t column = 0;
    for (std::size_t i = 0; i < line.size(); ++i) {
        const char c = line[i];
        const bool ends_in_blank = (c == ' ' || c == '\t') && i + 1 == line.size();
        const bool plain = ((c >= '!' && c <= '~' && c != '=') || c == ' ' || c == '\t') && !ends_in_blank;
        const std::size_t width = plain ? 1 : 3;
        if (column + width > kQuotedLine) {
            out += "=\r\n";
            column = 0;
        }
        if (plain) {
            out += c;
        } else {
            append_quoted(out, c);
        }
        column += width;
    }
}

}  // namespace

std::string encode_header_text(const Line& line) {
    std::string_view text = line.text();
    if (std::ranges::all_of(text, is_printable_ascii) && !text.contains("=?")) return std::string(text);
    std::string out;
    while (!text.empty()) {
        const std::size_t end = word_end(text);
        out += fmt::format("{}=?UTF-8?B?{}?=", out.empty() ? "" : " ", base64(text.substr(0, end)));
        text.remove_prefix(end);
    }
    return out;
}

std::string header_field(std::string_view name, std::string_view value) {
    std::string out = fmt::format("{}:", name);
    std::size_t column = out.size();
    while (!value.empty()) {
        // A word and the space before it.
        const std::size_t end = std::min(value.find(' '), value.size());
        if (column + 1 + end > kFoldAt && column > name.size() + 1) {
            out += "\r\n";
            column = 0;
        }
        out += fmt::format(" {}", value.substr(0, end));
        column += 1 + end;
        value.remove_prefix(std::min(value.find_first_not_of(' ', end), value.size()));
    }
    return out + "\r\n";
}

std::string quoted_printable(std::string_view text) {
    std::string out;
    out.reserve(text.size() + text.size() / 8);
    while (!text.empty()) {
        const std::size_t end = std::min(text.find_first_of("\r\n"), text.size());
        append_quoted_line(out, text.substr(0, end));
        if (end == text.size()) break;
        out += "\r\n";
        text.remove_prefix(text.substr(end).starts_with("\r\n") ? end + 2 : end + 1);
    }
    return out;
}

std::string base64(std::string_view bytes) {
    constexpr std::string_view kAlphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    std::string out;
    for (std::size_t i = 0; i < bytes.size(); i += 3) {
        const std::string_view three = bytes.substr(i, 3);
        std::uint32_t bits = 0;
        for (std::size_t j = 0; j < 3; ++j)
            bits = bits << 8 | (j < three.size() ? static_cast<unsigned char>(three[j]) : 0U);
        for (std::size_t j = 0; j < 4; ++j) out += j <= three.size() ? kAlphabet[bits >> (18 - 6 * j) & 63] : '=';
    }
    return out;
}

std::string header_date(base::Instant at) {
    constexpr const char* kDays[] = {"Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"};
    constexpr const char* kMonths[] = {"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                       "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
    const std::time_t seconds = at.seconds();
    std::tm utc{};
    gmtime_r(&seconds, &utc);
    return fmt::format("{}, {:02} {} {:04} {:02}:{:02}:{:02} +0000", kDays[utc.tm_wday], utc.tm_mday,
                       kMonths[utc.tm_mon], utc.tm_year + 1900, utc.tm_hour, utc.tm_min, utc.tm_sec);
}

}  // namespace mail
