// platform/http/head_rules.cpp - one look at every line of the head.
#include "platform/http/head_rules.h"

#include <algorithm>
#include <array>

#include "base/text.h"

namespace http {
namespace {

constexpr int kMostFields = 100;
constexpr std::string_view kLineEnd = "\r\n";

// Where a byte may stand. A head is looked at byte by byte, so each question is one look at a table.
enum Place : unsigned char { in_token = 1, in_target = 2, in_value = 4, in_host = 8 };

constexpr bool is_alphanumeric(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
}

constexpr unsigned char places_of(unsigned char byte) {
    const char c = static_cast<char>(byte);
    const auto is_one_of = [c](std::string_view marks) { return c != 0 && marks.find(c) != std::string_view::npos; };
    int places = 0;
    if (is_alphanumeric(c) || is_one_of("!#$%&'*+-.^_`|~")) places |= in_token;
    if (byte > ' ' && byte < 127) places |= in_target;
    if ((byte >= ' ' || c == '\t') && byte != 127) places |= in_value;
    if (is_alphanumeric(c) || is_one_of("-._~:[]%")) places |= in_host;
    return static_cast<unsigned char>(places);
}

constexpr auto kPlaces = [] {
    std::array<unsigned char, 256> table{};
    for (std::size_t byte = 0; byte < table.size(); ++byte) table[byte] = places_of(static_cast<unsigned char>(byte));
    return table;
}();

bool stands(std::string_view text, Place place) {
    return std::ranges::all_of(text, [place](char c) { return kPlaces[static_cast<unsigned char>(c)] & place; });
}

bool is_token(std::string_view text) { return !text.empty() && stands(text, in_token); }
bool is_visible(std::string_view text) { return !text.empty() && stands(text, in_target); }
bool is_field_value(std::string_view text) { return stands(text, in_value); }
bool is_host(std::string_view text) { return !text.empty() && stands(text, in_host); }

bool is_length(std::string_view text) {
    return !text.empty() && text.size() <= 15 && text.find_first_not_of("0123456789") == std::string_view::npos;
}

std::string_view without_blanks(std::string_view text) {
    const auto first = text.find_first_not_of(" \t");
    return first == std::string_view::npos ? "" : text.substr(first, text.find_last_not_of(" \t") - first + 1);
}

struct Seen {
    bool is_1_1 = true;
    int fields = 0, hosts = 0, lengths = 0, transfer_encodings = 0;
};

int check_request_line(std::string_view line, Seen& seen) {
    const auto first = line.find(' ');
    const auto last = line.rfind(' ');
    if (first == std::string_view::npos || first == last) return 400;
    const auto version = line.substr(last + 1);
    if (!is_token(line.substr(0, first)) || !is_visible(line.substr(first + 1, last - first - 1))) return 400;
    if (version != "HTTP/1.1" && version != "HTTP/1.0") return version.starts_with("HTTP/") ? 505 : 400;
    seen.is_1_1 = version == "HTTP/1.1";
    return 0;
}

int check_known_field(std::string_view name, std::string_view value, Seen& seen) {
    if (base::equals_ignoring_ascii_case(name, "host")) return ++seen.hosts > 1 || !is_host(value) ? 400 : 0;
    if (base::equals_ignoring_ascii_case(name, "content-length"))
        return ++seen.lengths > 1 || !is_length(value) ? 400 : 0;
    if (base::equals_ignoring_ascii_case(name, "transfer-encoding")) {
        if (++seen.transfer_encodings > 1 || !seen.is_1_1) return 400;
        return base::equals_ignoring_ascii_case(value, "chunked") ? 0 : 501;
    }
    return 0;
}

int check_field(std::string_view line, Seen& seen) {
    const auto colon = line.find(':');
    if (colon == std::string_view::npos || !is_token(line.substr(0, colon))) return 400;  // also refuses obs-fold
    const auto value = without_blanks(line.substr(colon + 1));
    if (!is_field_value(value)) return 400;
    if (++seen.fields > kMostFields) return 431;
    return check_known_field(line.substr(0, colon), value, seen);
}

}  // namespace

// A lone CR or LF needs no look of its own: no part of a line may hold one.
int check_head(std::string_view head) {
    Seen seen;
    bool is_first = true;
    while (true) {
        const auto end = head.find(kLineEnd);
        if (end == std::string_view::npos) return 400;
        const auto line = head.substr(0, end);
        head.remove_prefix(end + kLineEnd.size());
        if (line.empty() && !is_first) break;
        if (const int status = is_first ? check_request_line(line, seen) : check_field(line, seen)) return status;
        is_first = false;
    }
    if (seen.is_1_1 && seen.hosts == 0) return 400;
    return seen.lengths > 0 && seen.transfer_encodings > 0 ? 400 : 0;
}

}  // namespace http
