#include "platform/runtime/config_rules.h"

#include <algorithm>
#include <charconv>
#include <optional>
#include <string>

#include <arpa/inet.h>

#include "base/email_address.h"

namespace runtime {
namespace {

std::optional<int> whole_number(std::string_view text) {
    int number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (error != std::errc{} || end != text.data() + text.size() || text.front() == '-') return std::nullopt;
    return number;
}

bool is_port(std::string_view text) {
    const auto port = whole_number(text);
    return port && *port <= 65'535;
}

// 32 for an IPv4 address, 128 for an IPv6 one, else nothing.
std::optional<int> bits_of_address(const std::string& text) {
    unsigned char bytes[16];
    if (inet_pton(AF_INET, text.c_str(), bytes) == 1) return 32;
    if (inet_pton(AF_INET6, text.c_str(), bytes) == 1) return 128;
    return std::nullopt;
}

bool is_host(std::string_view text) {
    return !text.empty() && text.size() <= 253 && std::ranges::all_of(text, [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '.' || c == '-' ||
               c == '_';
    });
}

bool is_listen_address(std::string_view text) {
    const auto colon = text.rfind(':');
    if (colon == std::string_view::npos || !is_port(text.substr(colon + 1))) return false;
    std::string_view host = text.substr(0, colon);
    if (host.starts_with('[') && host.ends_with(']')) host = host.substr(1, host.size() - 2);
    return bits_of_address(std::string(host)).has_value();
}

bool is_public_url(std::string_view text) {
    if (text.starts_with("https://")) {
        text.remove_prefix(8);
    } else if (text.starts_with("http://")) {
        text.remove_prefix(7);
    } else {
        return false;
    }
    const std::string_view authority = text.substr(0, text.find('/'));
    const auto colon = authority.find(':');
    const bool port_is_right = colon == std::string_view::npos || is_port(authority.substr(colon + 1));
    const bool path_is_right = !text.ends_with('/') && std::ranges::all_of(text, [](char c) {
        return c > 0x20 && c < 0x7f && c != '"' && c != '<' && c != '>' && c != '?' && c != '#' && c != '@';
    });
    return port_is_right && path_is_right && is_host(authority.substr(0, colon));
}

bool is_network(std::string_view text) {
    const auto slash = text.find('/');
    const auto bits = bits_of_address(std::string(text.substr(0, slash)));
    if (!bits || slash == std::string_view::npos) return bits.has_value();
    const auto length = whole_number(text.substr(slash + 1));
    return length && *length <= *bits;
}

bool is_database_url(std::string_view text) {
    return (text.starts_with("sqlite:") && text.size() > 7) || text.starts_with("postgres://") ||
           text.starts_with("postgresql://");
}

}  // namespace

std::string_view must_be_listen_address(std::string_view text) {
    return is_listen_address(text) ? "" : "an address and a port, such as 127.0.0.1:8080 or [::1]:8080";
}

std::string_view must_be_listen_address_or_empty(std::string_view text) {
    return text.empty() ? "" : must_be_listen_address(text);
}

std::string_view must_be_public_url(std::string_view text) {
    return is_public_url(text) ? "" : "an address such as https://campaign.example, without a slash at the end";
}

std::string_view must_be_public_url_or_empty(std::string_view text) {
    return text.empty() ? "" : must_be_public_url(text);
}

std::string_view must_be_network(std::string_view text) {
    return is_network(text) ? "" : "networks such as 10.0.0.0/8 or fd00::/8";
}

std::string_view must_be_address(std::string_view text) {
    return base::EmailAddress::parse(text) ? "" : "a mail address, such as info@campaign.example";
}

std::string_view must_be_address_or_empty(std::string_view text) { return text.empty() ? "" : must_be_address(text); }

std::string_view must_be_host_or_empty(std::string_view text) {
    return text.empty() || is_host(text) ? "" : "a name such as mail.campaign.example";
}

std::string_view must_be_database_url_or_empty(std::string_view text) {
    return text.empty() || is_database_url(text) ? "" : "sqlite:PATH or postgres://...";
}

}  // namespace runtime
