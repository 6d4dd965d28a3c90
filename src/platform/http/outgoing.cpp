#include "platform/http/outgoing.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <memory>

#include <curl/curl.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

#include "base/check.h"

namespace http {
namespace {

struct EasyEnd {
    void operator()(CURL* handle) const { curl_easy_cleanup(handle); }
};
struct ListEnd {
    void operator()(curl_slist* list) const { curl_slist_free_all(list); }
};
using Easy = std::unique_ptr<CURL, EasyEnd>;
using HeaderList = std::unique_ptr<curl_slist, ListEnd>;

// What the callbacks of one request see.
struct Call {
    const OutgoingLimits& limits;
    bool is_plain;       // http: only to private networks that are allowed
    std::string body{};  // as much as is kept
    std::size_t size = 0;
    std::string refused{};  // the address that was not connected to
};

const Networks& special_networks() {
    static const Networks kNetworks = [] {
        // RFC 6890, RFC 6598, RFC 7526, RFC 5737 for IPv4; of IPv6 only 2000::/3 is global, less what stands below.
        constexpr std::array kTexts{"0.0.0.0/8",      "10.0.0.0/8",     "100.64.0.0/10", "127.0.0.0/8",
                                    "169.254.0.0/16", "172.16.0.0/12",  "192.0.0.0/24",  "192.0.2.0/24",
                                    "192.88.99.0/24", "192.168.0.0/16", "198.18.0.0/15", "198.51.100.0/24",
                                    "203.0.113.0/24", "224.0.0.0/4",    "240.0.0.0/4",   "2001::/23",
                                    "2001:db8::/32",  "2002::/16",      "3fff::/20"};
        Networks networks;
        for (const auto* text : kTexts) networks.push_back(Network::parse(text).value());
        return networks;
    }();
    return kNetworks;
}

ClientAddress address_of(const sockaddr& address) {
    std::array<std::uint8_t, 16> bytes{};
    if (address.sa_family == AF_INET6) {
        std::ranges::copy(reinterpret_cast<const sockaddr_in6&>(address).sin6_addr.s6_addr, bytes.begin());
    } else if (address.sa_family == AF_INET) {
        bytes[10] = bytes[11] = 0xff;
        const auto* four =
            reinterpret_cast<const std::uint8_t*>(&reinterpret_cast<const sockaddr_in&>(address).sin_addr);
        std::copy_n(four, 4, bytes.begin() + 12);
    }
    return ClientAddress{bytes};
}

bool may_reach(const Call& call, const ClientAddress& address) {
    if (contains(call.limits.private_networks, address)) return true;
    return !call.is_plain && is_public(address);
}

// libcurl asks for a socket for every address that it tries.
curl_socket_t open_socket(void* data, curlsocktype, curl_sockaddr* wanted) {
    auto& call = *static_cast<Call*>(data);
    const auto address = address_of(wanted->addr);
    if (!may_reach(call, address)) {
        call.refused = address.text();
        return CURL_SOCKET_BAD;
    }
    return socket(wanted->family, wanted->socktype | SOCK_CLOEXEC, wanted->protocol);
}

std::size_t take_body(char* bytes, std::size_t, std::size_t count, void* data) {
    auto& call = *static_cast<Call*>(data);
    call.size += count;
    if (call.body.size() < call.limits.kept_bytes)
        call.body.append(bytes, std::min(count, call.limits.kept_bytes - call.body.size()));
    return call.size > call.limits.most_bytes ? 0 : count;
}

HeaderList list_of(const std::vector<OutgoingHeader>& headers) {
    HeaderList list;
    const auto add = [&](const std::string& line) {
        curl_slist* longer = curl_slist_append(list.get(), line.c_str());
        CHECK(longer != nullptr);
        (void)list.release();
        list.reset(longer);
    };
    for (const auto& header : headers) add(header.name + ": " + header.value);
    add("Expect:");  // no waiting for leave to send the body
    return list;
}

void set_guards(CURL* handle, Call& call) {
    curl_easy_setopt(handle, CURLOPT_OPENSOCKETFUNCTION, open_socket);
    curl_easy_setopt(handle, CURLOPT_OPENSOCKETDATA, &call);
    curl_easy_setopt(handle, CURLOPT_PROTOCOLS_STR, "http,https");
    curl_easy_setopt(handle, CURLOPT_FOLLOWLOCATION, 0L);
    curl_easy_setopt(handle, CURLOPT_PROXY, "");
    curl_easy_setopt(handle, CURLOPT_NOPROXY, "*");
    curl_easy_setopt(handle, CURLOPT_NETRC, static_cast<long>(CURL_NETRC_IGNORED));
    curl_easy_setopt(handle, CURLOPT_FRESH_CONNECT, 1L);
    curl_easy_setopt(handle, CURLOPT_FORBID_REUSE, 1L);
    curl_easy_setopt(handle, CURLOPT_NOSIGNAL, 1L);
    curl_easy_setopt(handle, CURLOPT_TIMEOUT_MS, static_cast<long>(call.limits.timeout.count()));
    curl_easy_setopt(handle, CURLOPT_CONNECTTIMEOUT_MS, static_cast<long>(call.limits.timeout.count() / 2));
    curl_easy_setopt(handle, CURLOPT_WRITEFUNCTION, take_body);
    curl_easy_setopt(handle, CURLOPT_WRITEDATA, &call);
}

OutgoingFault::Kind kind_of(CURLcode code) {
    using Kind = OutgoingFault::Kind;
    switch (code) {
        case CURLE_COULDNT_RESOLVE_HOST:
            return Kind::no_such_name;
        case CURLE_COULDNT_CONNECT:
            return Kind::not_reached;
        case CURLE_PEER_FAILED_VERIFICATION:
        case CURLE_SSL_CONNECT_ERROR:
            return Kind::not_trusted;
        case CURLE_OPERATION_TIMEDOUT:
            return Kind::too_slow;
        default:
            return Kind::other;
    }
}

OutgoingFault fault_of(const Call& call, CURLcode code) {
    if (call.refused.empty()) return {kind_of(code), curl_easy_strerror(code)};
    return {OutgoingFault::Kind::not_public, "the address " + call.refused + " is not public" +
                                                 (call.is_plain ? ", or the connection not encrypted" : "")};
}

}  // namespace

bool is_public(const ClientAddress& address) {
    const bool is_global = address.is_v4() || (address.bytes()[0] & 0xe0) == 0x20;
    return is_global && !contains(special_networks(), address);
}

OutgoingClient::OutgoingClient(OutgoingLimits limits) : limits_(std::move(limits)) {
    static const bool kReady = curl_global_init(CURL_GLOBAL_DEFAULT) == CURLE_OK;
    CHECK(kReady);
}

base::Result<OutgoingAnswer, OutgoingFault> OutgoingClient::post(const OutgoingRequest& request) const {
    return send(request, Way::post);
}

base::Result<OutgoingAnswer, OutgoingFault> OutgoingClient::get(const OutgoingRequest& request) const {
    return send(request, Way::get);
}

base::Result<OutgoingAnswer, OutgoingFault> OutgoingClient::send(const OutgoingRequest& request, Way way) const {
    if (request.url.substr(0, request.url.find('/', 8)).contains('@'))
        return OutgoingFault{OutgoingFault::Kind::other, "the address holds a user name"};
    const Easy handle{curl_easy_init()};
    CHECK(handle);
    Call call{.limits = limits_, .is_plain = !request.url.starts_with("https://")};
    const auto headers = list_of(request.headers);
    set_guards(handle.get(), call);
    curl_easy_setopt(handle.get(), CURLOPT_URL, request.url.c_str());
    curl_easy_setopt(handle.get(), CURLOPT_HTTPHEADER, headers.get());
    if (way == Way::post) {
        curl_easy_setopt(handle.get(), CURLOPT_POST, 1L);
        curl_easy_setopt(handle.get(), CURLOPT_POSTFIELDSIZE_LARGE, static_cast<curl_off_t>(request.body.size()));
        curl_easy_setopt(handle.get(), CURLOPT_POSTFIELDS, request.body.data());
    }
    const CURLcode code = curl_easy_perform(handle.get());
    const bool is_cut = code == CURLE_WRITE_ERROR && call.size > limits_.most_bytes;
    if (code != CURLE_OK && !is_cut) return fault_of(call, code);
    long status = 0;
    curl_off_t took = 0;
    curl_easy_getinfo(handle.get(), CURLINFO_RESPONSE_CODE, &status);
    curl_easy_getinfo(handle.get(), CURLINFO_TOTAL_TIME_T, &took);
    const bool is_longer = call.size > call.body.size();
    return OutgoingAnswer{static_cast<int>(status), std::move(call.body), std::chrono::milliseconds{took / 1'000},
                          is_longer};
}

}  // namespace http
