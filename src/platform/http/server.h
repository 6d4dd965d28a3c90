// platform/http/server.h - the HTTP/1.1 server: connections in, routed requests through the handlers, answers out.
// TLS and HTTP/2 are the proxy's in front.
#pragma once
#include <array>
#include <atomic>
#include <chrono>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "base/instant.h"
#include "platform/http/client_address.h"
#include "platform/http/load_ladder.h"
#include "platform/http/rate_limit.h"
#include "platform/http/router.h"

namespace db {
class Database;
}

namespace runtime {
class Metrics;
}

namespace http {

// Which finished requests are logged. problems: status 500 and above, and slow ones.
enum class AccessLog : unsigned char { none, problems, all };

// For which names browsers are told to use TLS alone (HSTS).
enum class StrictTransport : unsigned char { this_host, and_below };

struct ServerConfig {
    std::string address = "127.0.0.1";
    std::uint16_t port = 0;    // 0: a free one; Server::port() tells which
    std::string public_url{};  // "https://example.org": allowed Origin beside Host; https turns HSTS on
    StrictTransport strict_transport = StrictTransport::this_host;
    unsigned io_threads = 2;
    unsigned pool_threads = 4;
    unsigned computing_threads = 4;   // of handlers that wait for calculations; at a lower priority
    std::size_t pool_queue = 10'000;  // requests waiting for the pool; past it 503
    unsigned maker_threads = 2;       // downloads that are made while they are sent, at once
    std::size_t maker_queue = 6;      // and waiting for their turn; past it 503
    Networks trusted_proxies{};       // only these may say who the visitor is (X-Forwarded-For, -Proto, Forwarded)
    Networks trusted_networks{};      // exempt from the limits below
    std::string session_cookie = "session";  // requests with it, or with Authorization, go through the authenticator

    std::size_t header_limit = 16 * 1024;  // bytes of request line and headers
    std::size_t body_limit = 64 * 1024;    // bytes, where a route says nothing else
    std::size_t max_connections = 20'000;  // past it: 503 and close
    std::size_t max_streams = 10'000;
    std::size_t stream_backlog = 64 * 1024;  // bytes a slow listener may owe before it is dropped

    std::chrono::milliseconds header_timeout{10'000};  // from the first byte (or accept) to the end of the head
    std::chrono::milliseconds body_timeout{10'000};    // between two parts of a body
    std::chrono::milliseconds body_deadline{120'000};  // for the whole body
    std::chrono::milliseconds idle_timeout{60'000};    // between requests
    std::chrono::milliseconds write_timeout{20'000};   // without progress while sending
    std::chrono::milliseconds stop_deadline{10'000};   // for requests in flight when stopping
    std::chrono::milliseconds heartbeat{15'000};       // of event streams

    std::chrono::milliseconds page_fresh{
        400};  // cached pages older than this are rendered anew, once, behind the scenes
    std::chrono::milliseconds page_stale{1'000};      // and never shown when older than this
    std::size_t page_cache_bytes = 32 * 1024 * 1024;  // for each loop

    std::array<Rate, kLimitClasses> limits{Rate{}, Rate{30, 60}, Rate{100, 100}, Rate{10, 20}, Rate{30, 60}};
    std::size_t line_length = 20'000;                 // sign-ons that stand in line (waiting_line.h); past it 503
    std::chrono::milliseconds line_patience{20'000};  // after which one in line is told to come again
    AccessLog access_log = AccessLog::problems;
    std::chrono::milliseconds slow_request{1'000};
};

// What an error page has to know. status: 400..599.
struct ErrorContext {
    int status;
    base::Locale locale;
    std::string_view request_id;
    std::string_view path;
    const base::Problems* problems = nullptr;  // of a 422 that no handler shows
};

// Whoever calls the API with a key.
struct KeyHolder {
    std::uint64_t number;  // of the key: its requests are counted by it, from whatever address they come
    Rate rate;
    bool may_read, may_sign_on;
    std::shared_ptr<const ApiCaller> caller{};  // for the handlers
};

// In which an API key may stand beside Authorization, as clients of the OSDI standard send it.
inline constexpr std::string_view kKeyHeader = "osdi-api-token";

// Who is signed in and what they may do; the part of `auth` that the server needs.
struct Authenticator {
    // On the pool, for requests with the session cookie or an Authorization header. Null: nobody.
    std::function<std::shared_ptr<const auth::Principal>(const Request&, db::Read&)> identify{};
    std::function<bool(const auth::Principal&, auth::Permission)> may{};
    // The answer to somebody unknown who asks for a page with a permission: usually the sign-in page. Absent: 401
    // below /api/, else 403.
    std::function<Response(const Request&)> ask_to_sign_in{};
    // Below /api/, of "Authorization: Bearer KEY" or kKeyHeader. nullopt: no such key, or no longer; then 401. Absent:
    // keys mean nothing.
    std::function<std::optional<KeyHolder>(const Request&, db::Read&)> find_key{};
};

// One finished request, for the log.
struct AccessRecord {
    std::string_view request_id, method, path, route;
    ClientAddress client;
    int status;
    std::chrono::microseconds took;
};

struct ServerHooks {
    std::function<Response(const ErrorContext&)> error_page{};  // absent: a bare page
    // Of an address below /api/ whose errors have a shape of their own. Absent, or nullopt: problem+json.
    std::function<std::optional<Response>(const ErrorContext&)> api_error{};
    Authenticator authenticator{};
    std::function<void(const AccessRecord&)> log{};  // absent: runtime::log_info, the address cut short
    std::function<base::Instant()> clock{};          // absent: the system's
    LoadLadder* ladder = nullptr;         // moved by the server while it runs; absent: all is served, whatever comes
    runtime::Metrics* metrics = nullptr;  // where the time of each route's answers is counted
};

struct ServerStatistics {
    std::uint64_t requests, server_errors, connections_open, connections_refused, streams_open, cache_hits, timeouts;
};

class Server {
public:
    // The database outlives the server.
    Server(ServerConfig config, Router router, db::Database& database, ServerHooks hooks = {});
    ~Server();  // stops
    Server(const Server&) = delete;
    Server& operator=(const Server&) = delete;

    // Opens the port and returns once it listens; std::runtime_error when it cannot. Raises the limit of open files.
    void start();

    // The port that is listened on.
    std::uint16_t port() const;

    // Takes no new connections and requests, finishes those in flight, closes, returns. May be called twice.
    void stop();

    const Router& router() const;
    ServerStatistics statistics() const;

private:
    class Parts;
    std::unique_ptr<Parts> parts_;
};

}  // namespace http
