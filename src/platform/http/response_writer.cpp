// platform/http/response_writer.cpp - heads, written into one string.
#include "platform/http/response_writer.h"

#include <array>
#include <chrono>
#include <cstdint>

#include <fmt/format.h>
#include <xxhash.h>

namespace http {
namespace {

// No inline script or style, nothing from elsewhere, in nobody's frame. A handler with other needs sends its own.
constexpr std::string_view kContentSecurityPolicy =
    "Content-Security-Policy: default-src 'self'; img-src 'self' data:; object-src 'none'; base-uri 'none'; "
    "frame-ancestors 'none'; form-action 'self'\r\n";
constexpr std::string_view kSecurityHeaders =
    "X-Content-Type-Options: nosniff\r\n"
    "Referrer-Policy: strict-origin-when-cross-origin\r\n"
    "Permissions-Policy: camera=(), microphone=(), geolocation=(), payment=(), usb=(), interest-cohort=()\r\n"
    "Cross-Origin-Opener-Policy: same-origin\r\n";

void append_value(std::string& out, std::string_view value) {
    for (const char c : value) out += static_cast<unsigned char>(c) < ' ' ? ' ' : c;
}

void append_cookie(std::string& out, const Cookie& cookie, Scheme scheme) {
    out += "Set-Cookie: ";
    append_value(out, cookie.name);
    out += '=';
    append_value(out, cookie.value);
    out += "; Path=/; HttpOnly; SameSite=";
    out += cookie.same_site == SameSite::strict ? "Strict" : "Lax";
    if (cookie.max_age) fmt::format_to(std::back_inserter(out), "; Max-Age={}", cookie.max_age->seconds());
    if (scheme == Scheme::https || cookie.name.starts_with("__Host-")) out += "; Secure";
    out += "\r\n";
}

bool has_no_body(int status) { return status == 204 || status == 304 || status < 200; }

}  // namespace

void append_fixed_head(std::string& out, const Response& response, Scheme scheme, std::optional<std::size_t> length) {
    fmt::format_to(std::back_inserter(out), "HTTP/1.1 {} {}\r\n", response.status, reason(response.status));
    for (std::size_t i = 0; i < response.headers.size(); ++i) {
        const auto header = response.headers[i];
        append_value(out, header.name);
        out += ": ";
        append_value(out, header.value);
        out += "\r\n";
    }
    for (const auto& cookie : response.cookies) append_cookie(out, cookie, scheme);
    if (length && !has_no_body(response.status))
        fmt::format_to(std::back_inserter(out), "Content-Length: {}\r\n", *length);
    if (!response.headers.has("content-security-policy")) out += kContentSecurityPolicy;
    out += kSecurityHeaders;
}

void append_variable_head(std::string& out, const VariableHead& head) {
    if (!head.strict_transport.empty())
        out.append("Strict-Transport-Security: ").append(head.strict_transport) += "\r\n";
    out += "Date: ";
    out += head.date;
    out += "\r\nX-Request-Id: ";
    out += head.request_id;
    out += head.persistence == Persistence::close ? "\r\nConnection: close\r\n\r\n" : "\r\n\r\n";
}

std::string http_date(base::Instant at) {
    constexpr std::array kDays{"Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"};
    constexpr std::array kMonths{"Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
    const std::chrono::sys_seconds second{std::chrono::seconds{at.seconds()}};
    const auto day = std::chrono::floor<std::chrono::days>(second);
    const std::chrono::year_month_day date{day};
    const std::chrono::hh_mm_ss time{second - day};
    return fmt::format("{}, {:02} {} {:04} {:02}:{:02}:{:02} GMT", kDays[std::chrono::weekday{day}.c_encoding()],
                       unsigned{date.day()}, kMonths[unsigned{date.month()} - 1], int{date.year()},
                       time.hours().count(), time.minutes().count(), time.seconds().count());
}

std::string entity_tag(std::string_view bytes, std::string_view encoding_token) {
    const std::uint64_t hash = XXH3_64bits(bytes.data(), bytes.size());
    return fmt::format("\"{:016x}{}{}\"", hash, encoding_token.empty() ? "" : "-", encoding_token);
}

bool names_tag(std::string_view if_none_match, std::string_view tag) {
    if (tag.empty()) return false;
    if (if_none_match == "*") return true;
    for (auto at = if_none_match.find(tag); at != std::string_view::npos; at = if_none_match.find(tag, at + 1)) {
        const auto after = if_none_match.substr(at + tag.size());
        if (after.empty() || after.front() == ',' || after.front() == ' ') return true;
    }
    return false;
}

}  // namespace http
