// platform/http/client_address.cpp - addresses by inet_pton and inet_ntop, networks by comparing bits.
#include "platform/http/client_address.h"

#include <algorithm>
#include <charconv>
#include <cstring>
#include <span>

#include <arpa/inet.h>

namespace http {
namespace {

constexpr std::array<std::uint8_t, 12> kMappedPrefix{0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xff, 0xff};
constexpr unsigned kMappedBits = 96;

std::optional<ClientAddress> parse_bare(std::string_view text) {
    char buffer[INET6_ADDRSTRLEN]{};
    if (text.empty() || text.size() >= sizeof buffer) return std::nullopt;
    std::memcpy(buffer, text.data(), text.size());
    std::array<std::uint8_t, 16> bytes{};
    if (inet_pton(AF_INET6, buffer, bytes.data()) == 1) return ClientAddress{bytes};
    std::ranges::copy(kMappedPrefix, bytes.begin());
    if (inet_pton(AF_INET, buffer, bytes.data() + kMappedPrefix.size()) == 1) return ClientAddress{bytes};
    return std::nullopt;
}

bool is_port(std::string_view text) {
    return !text.empty() && text.size() <= 5 && text.find_first_not_of("0123456789") == std::string_view::npos;
}

ClientAddress first_bits(const ClientAddress& address, unsigned bits) {
    auto bytes = address.bytes();
    for (unsigned i = 0; i < bytes.size(); ++i) {
        const unsigned kept = bits <= i * 8 ? 0 : std::min(bits - i * 8, 8U);
        bytes[i] = static_cast<std::uint8_t>(bytes[i] & (0xff00U >> kept));
    }
    return ClientAddress{bytes};
}

}  // namespace

std::optional<ClientAddress> ClientAddress::parse(std::string_view text) {
    if (text.starts_with('[')) {
        const auto end = text.find(']');
        if (end == std::string_view::npos) return std::nullopt;
        const auto rest = text.substr(end + 1);
        if (!rest.empty() && !(rest.front() == ':' && is_port(rest.substr(1)))) return std::nullopt;
        return parse_bare(text.substr(1, end - 1));
    }
    const auto colon = text.find(':');
    const bool has_port = colon != std::string_view::npos && text.find(':', colon + 1) == std::string_view::npos;
    if (!has_port) return parse_bare(text);
    return is_port(text.substr(colon + 1)) ? parse_bare(text.substr(0, colon)) : std::nullopt;
}

bool ClientAddress::is_v4() const { return std::ranges::equal(std::span{bytes_}.first<12>(), kMappedPrefix); }

std::string ClientAddress::text() const {
    char buffer[INET6_ADDRSTRLEN];
    const bool v4 = is_v4();
    inet_ntop(v4 ? AF_INET : AF_INET6, bytes_.data() + (v4 ? kMappedPrefix.size() : 0), buffer, sizeof buffer);
    return buffer;
}

std::string ClientAddress::truncated() const { return first_bits(*this, is_v4() ? kMappedBits + 24 : 48).text(); }

std::optional<Network> Network::parse(std::string_view text) {
    const auto slash = text.find('/');
    const auto written = text.substr(0, slash);
    const auto address = parse_bare(written);
    if (!address) return std::nullopt;
    // "::ffff:192.0.2.0/120" counts over the whole of it; with fewer than 96 bits it would be no IPv4 network any more.
    const bool is_mapped = address->is_v4() && written.contains(':');
    const unsigned offset = address->is_v4() && !is_mapped ? kMappedBits : 0;
    unsigned prefix = 128 - offset;
    if (slash != std::string_view::npos) {
        const auto digits = text.substr(slash + 1);
        const auto [end, fault] = std::from_chars(digits.data(), digits.data() + digits.size(), prefix);
        if (fault != std::errc{} || end != digits.data() + digits.size() || prefix > 128 - offset) return std::nullopt;
        if (is_mapped && prefix < kMappedBits) return std::nullopt;
    }
    return Network{first_bits(*address, prefix + offset), prefix + offset};
}

bool Network::contains(const ClientAddress& address) const { return first_bits(address, prefix_) == base_; }

bool contains(const Networks& networks, const ClientAddress& address) {
    return std::ranges::any_of(networks, [&](const Network& network) { return network.contains(address); });
}

}  // namespace http
