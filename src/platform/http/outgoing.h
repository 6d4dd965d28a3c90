// platform/http/outgoing.h - requests of ours to servers that other people name, guarded against being sent where the
// person who named them cannot go: our own machine and networks.
//
//     const http::OutgoingClient client{{.private_networks = {}, .timeout = 10s}};
//     const auto answer = client.post({.url = "https://union.example/hook", .headers = {...}, .body = json});
#pragma once
#include <chrono>
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "platform/http/client_address.h"

namespace http {

struct OutgoingHeader {
    std::string name, value;
};

struct OutgoingRequest {
    std::string url;
    std::vector<OutgoingHeader> headers{};
    std::string body{};
};

struct OutgoingAnswer {
    int status;
    std::string body;  // its first OutgoingLimits::kept_bytes
    std::chrono::milliseconds took;
    bool is_cut = false;  // longer than what was kept
};

// No answer came, and why. reason: for logs, in English: "the address 127.0.0.1 is not public".
struct OutgoingFault {
    enum class Kind : unsigned char { not_public, no_such_name, not_reached, not_trusted, too_slow, other };
    Kind kind;
    std::string reason;
};

struct OutgoingLimits {
    // Addresses in these are reached although they are not public, and also without TLS: for tests, and for services on
    // the same network.
    Networks private_networks{};
    std::chrono::milliseconds timeout{10'000};  // from the first step to the last byte
    std::size_t kept_bytes = 4 * 1024;          // of an answer
    std::size_t most_bytes = 64 * 1024;         // of an answer; then it is cut off and taken as it is
};

// Whether anybody on the Internet may be behind the address: not this machine, a private or shared network, a link, a
// group, documentation, or an IPv6 address that stands for an IPv4 one (RFC 6890 and its registries).
bool is_public(const ClientAddress& address);

// Each request opens a connection of its own; may be called on any thread. The address is looked at after the name was
// resolved, in the moment of connecting, so that a name which changes its mind in between gains nothing. Redirections
// are not followed, proxies of the environment not used, credentials in the URL not sent.
class OutgoingClient {
public:
    explicit OutgoingClient(OutgoingLimits limits);

    base::Result<OutgoingAnswer, OutgoingFault> post(const OutgoingRequest& request) const;
    // The same by GET, without the body of the request: to see whether somebody is there.
    base::Result<OutgoingAnswer, OutgoingFault> get(const OutgoingRequest& request) const;

private:
    enum class Way : unsigned char { post, get };
    base::Result<OutgoingAnswer, OutgoingFault> send(const OutgoingRequest& request, Way way) const;

    OutgoingLimits limits_;
};

}  // namespace http
