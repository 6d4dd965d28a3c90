#include "platform/mail/encoding.h"

#include <algorithm>
#include <array>
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

// Bytes that stand for themselves wherever they are, but for blanks at the end of a line.
constexpr auto kPlain = [] {
    std::array<bool, 256> plain{};
    for (int c = '!'; c <= '~'; ++c) plain[static_cast<std::size_t>(c)] = c != '=';
    plain[' '] = plain['\t'] = true;
    return plain;
}();

bool is_plain(char c) { return kPlain[static_cast<unsigned char>(c)]; }
bool is_blank(char c) { return c == ' ' || c == '\t'; }

// Writes lines of quoted-printable text: runs of plain bytes at once, others one by one.
class QuotedWriter {
public:
    explicit QuotedWriter(std::string& out) : out_(out) {}

    void plain(std::string_view run) {
        while (!run.empty()) {
            make_room(1);
            const std::size_t fits = std::min(run.size(), kQuotedLine - column_);
            out_ += run.substr(0, fits);
            column_ += fits;
            run.remove_prefix(fits);
        }
    }
    void quoted(char c) {
        constexpr std::string_view kDigits = "0123456789ABCDEF";
        make_room(3);
        const auto byte = static_cast<unsigned char>(c);
        const char code[]{'=', kDigits[byte >> 4], kDigits[byte & 15]};
        out_.append(code, 3);
        column_ += 3;
    }
    void end_line() {
        out_ += "\r\n";
        column_ = 0;
    }

private:
    void make_room(std::size_t width) {
        if (column_ + width <= kQuotedLine) return;
        out_ += "=\r\n";
        column_ = 0;
    }

    std::string& out_;
    std::size_t column_ = 0;
};

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

void append_quoted_printable(std::string& out, std::string_view text) {
    QuotedWriter writer(out);
    while (!text.empty()) {
        const auto run = static_cast<std::size_t>(std::ranges::find_if_not(text, is_plain) - text.begin());
        const bool at_end = run == text.size() || text[run] == '\r' || text[run] == '\n';
        const bool ends_in_blank = at_end && run > 0 && is_blank(text[run - 1]);
        writer.plain(text.substr(0, ends_in_blank ? run - 1 : run));
        if (ends_in_blank) writer.quoted(text[run - 1]);
        text.remove_prefix(run);
        if (text.empty()) return;
        if (!at_end) {
            writer.quoted(text.front());
            text.remove_prefix(1);
            continue;
        }
        writer.end_line();
        text.remove_prefix(text.starts_with("\r\n") ? 2 : 1);
    }
}

std::string quoted_printable(std::string_view text) {
    std::string out;
    out.reserve(text.size() + text.size() / 8);
    append_quoted_printable(out, text);
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
