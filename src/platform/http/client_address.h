// platform/http/client_address.h - who is calling: an IPv4 or IPv6 address, and networks of them.
#pragma once
#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace http {

// IPv4 stands as ::ffff:a.b.c.d, so that both kinds compare and match alike. The default is ::, nobody.
class ClientAddress {
public:
    ClientAddress() = default;
    explicit ClientAddress(const std::array<std::uint8_t, 16>& bytes) : bytes_(bytes) {}

    // "192.0.2.7", "2001:db8::1", "[2001:db8::1]", each also with ":port" ("[...]:port" for IPv6); else nullopt.
    static std::optional<ClientAddress> parse(std::string_view text);

    bool is_v4() const;
    const std::array<std::uint8_t, 16>& bytes() const { return bytes_; }

    // As people write it; and cut to /24 (IPv4) or /48 (IPv6) for logs, which need no more.
    std::string text() const;
    std::string truncated() const;

    auto operator<=>(const ClientAddress&) const = default;

private:
    std::array<std::uint8_t, 16> bytes_{};
};

// A network in CIDR form. A lone address is a network of one.
class Network {
public:
    // "10.0.0.0/8", "2001:db8::/32", "127.0.0.1"; nullopt for anything else. Bits past the prefix are ignored.
    static std::optional<Network> parse(std::string_view text);

    bool contains(const ClientAddress& address) const;

private:
    Network(const ClientAddress& base, unsigned prefix) : base_(base), prefix_(prefix) {}
    ClientAddress base_;
    unsigned prefix_;  // 0..128, counted over the 16 bytes: an IPv4 /8 is 104
};

using Networks = std::vector<Network>;

bool contains(const Networks& networks, const ClientAddress& address);

}  // namespace http
