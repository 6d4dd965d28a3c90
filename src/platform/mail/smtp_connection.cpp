#include "platform/mail/smtp_connection.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <chrono>
#include <cstring>
#include <functional>
#include <span>

#include <boost/asio/connect.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/ssl.hpp>
#include <boost/asio/write.hpp>
#include <fmt/format.h>
#include <sys/socket.h>
#include <sys/time.h>

namespace mail {
namespace {

namespace asio = boost::asio;
using tcp = asio::ip::tcp;
using ErrorCode = boost::system::error_code;

constexpr std::size_t kLongestReply = 64 * 1024;
constexpr std::size_t kLongestReason = 500;

bool is_digit(char c) { return c >= '0' && c <= '9'; }

// "250-text" or "250 text" or "250".
bool is_reply_line(std::string_view line) {
    if (line.size() < 3 || line[0] < '2' || line[0] > '5' || !is_digit(line[1]) || !is_digit(line[2])) return false;
    return line.size() == 3 || line[3] == ' ' || line[3] == '-';
}

int code_of(std::string_view line) { return (line[0] - '0') * 100 + (line[1] - '0') * 10 + (line[2] - '0'); }

// Bytes that a log or a page may show: a server's text is foreign.
std::string printable(std::string_view text) {
    std::string out;
    for (const char c : text.substr(0, kLongestReason)) out += c >= 0x20 && c <= 0x7e ? c : '?';
    return out;
}

asio::ssl::context tls_context(const SmtpServer& server) {
    asio::ssl::context context(asio::ssl::context::tls_client);
    context.set_options(asio::ssl::context::default_workarounds | asio::ssl::context::no_tlsv1 |
                        asio::ssl::context::no_tlsv1_1);
    if (!server.verify_certificate) return context;
    ErrorCode error;
    if (server.certificate_authorities.empty()) {
        context.set_default_verify_paths(error);
    } else {
        context.load_verify_file(server.certificate_authorities, error);
    }
    if (error) throw SmtpFault(fmt::format("{}: {}", server.certificate_authorities, error.message()));
    return context;
}

}  // namespace

std::string SmtpReply::text() const {
    std::string out = std::to_string(code);
    for (const std::string& line : lines)
        if (!line.empty()) out += ' ' + line;
    return printable(out);
}

std::optional<SmtpReply> take_reply(std::string& received) {
    SmtpReply reply;
    for (std::size_t start = 0;;) {
        const std::size_t end = received.find('\n', start);
        if (end == std::string::npos) {
            if (received.size() > kLongestReply) throw SmtpFault("the reply of the mail server has no end");
            return std::nullopt;
        }
        std::string_view line = std::string_view(received).substr(start, end - start);
        if (line.ends_with('\r')) line.remove_suffix(1);
        if (!is_reply_line(line)) throw SmtpFault("not a reply of a mail server: " + printable(line.substr(0, 80)));
        reply.code = code_of(line);
        reply.lines.emplace_back(line.substr(std::min<std::size_t>(4, line.size())));
        start = end + 1;
        if (line.size() > 3 && line[3] == '-') continue;
        received.erase(0, start);
        return reply;
    }
}

std::string dot_stuffed(std::string_view mail) {
    std::string out;
    out.reserve(mail.size() + 64);
    while (!mail.empty()) {
        if (mail.starts_with('.')) out += '.';
        const std::size_t end = std::min(mail.find("\r\n"), mail.size());
        out += mail.substr(0, end);
        out += "\r\n";
        mail.remove_prefix(std::min(end + 2, mail.size()));
    }
    return out + ".\r\n";
}

struct SmtpConnection::Parts {
    asio::io_context io{1};
    asio::ssl::context tls;
    asio::ssl::stream<tcp::socket> stream;
    std::string host;
    std::chrono::microseconds timeout;
    bool verify;
    bool encrypted = false;
    std::string received;

    explicit Parts(const SmtpServer& server)
        : tls(tls_context(server)),
          stream(io, tls),
          host(server.host),
          timeout(server.timeout.microseconds),
          verify(server.verify_certificate) {}

    // Starts one operation with a handler and waits for it; past the time-out the socket is closed, which ends it.
    template <class Start>
    std::size_t complete(std::string_view what, const Start& start) {
        std::optional<ErrorCode> result;
        std::size_t bytes = 0;
        start([&](ErrorCode error, std::size_t count) {
            result = error;
            bytes = count;
        });
        io.restart();
        io.run_for(timeout);
        if (!result) {
            ErrorCode ignored;
            stream.next_layer().close(ignored);
            io.restart();
            io.run();
            throw SmtpFault(fmt::format("{}: no answer in {} s", what, timeout.count() / 1'000'000));
        }
        if (*result) throw SmtpFault(fmt::format("{}: {}", what, printable(result->message())));
        return bytes;
    }

    void connect(std::uint16_t port) {
        tcp::resolver resolver(io);
        tcp::resolver::results_type addresses;
        complete("finding " + host, [&](auto done) {
            resolver.async_resolve(host, std::to_string(port), [&addresses, done](ErrorCode error, auto found) {
                addresses = found;
                done(error, 0);
            });
        });
        complete("connecting to " + host, [&](auto done) {
            asio::async_connect(stream.next_layer(), addresses,
                                [done](ErrorCode error, const tcp::endpoint&) { done(error, 0); });
        });
        // Without this a small packet waits 40 ms for the acknowledgement of the last one.
        stream.next_layer().set_option(tcp::no_delay(true));
        stream.next_layer().native_non_blocking(false);
        limit_waits();
    }

    // Without encryption the system waits and counts the time: one call for each write and each read, where bulk mail
    // spends its time. With encryption Asio does, in complete().
    void limit_waits() {
        const auto micros = timeout.count();
        const timeval limit{static_cast<time_t>(micros / 1'000'000), static_cast<suseconds_t>(micros % 1'000'000)};
        for (const int option : {SO_RCVTIMEO, SO_SNDTIMEO})
            ::setsockopt(stream.next_layer().native_handle(), SOL_SOCKET, option, &limit, sizeof limit);
    }

    [[noreturn]] void fail(std::string_view what) const {
        if (errno == EAGAIN || errno == EWOULDBLOCK)
            throw SmtpFault(fmt::format("{}: no answer in {} s", what, timeout.count() / 1'000'000));
        throw SmtpFault(fmt::format("{}: {}", what, printable(std::strerror(errno))));
    }

    void write_plain(std::string_view bytes) {
        while (!bytes.empty()) {
            const auto sent = ::send(stream.next_layer().native_handle(), bytes.data(), bytes.size(), MSG_NOSIGNAL);
            if (sent < 0 && errno == EINTR) continue;
            if (sent < 0) fail("writing");
            bytes.remove_prefix(static_cast<std::size_t>(sent));
        }
    }

    std::size_t read_plain(std::span<char> chunk) {
        while (true) {
            const auto count = ::recv(stream.next_layer().native_handle(), chunk.data(), chunk.size(), 0);
            if (count < 0 && errno == EINTR) continue;
            if (count < 0) fail("reading");
            if (count == 0) throw SmtpFault("reading: End of file");
            return static_cast<std::size_t>(count);
        }
    }

    void handshake() {
        SSL_set_tlsext_host_name(stream.native_handle(), host.c_str());
        if (verify) {
            stream.set_verify_mode(asio::ssl::verify_peer);
            stream.set_verify_callback(asio::ssl::host_name_verification(host));
        }
        complete("encrypting", [&](auto done) {
            stream.async_handshake(asio::ssl::stream_base::client, [done](ErrorCode error) { done(error, 0); });
        });
        encrypted = true;
    }
};

SmtpConnection::SmtpConnection(const SmtpServer& server) : parts_(std::make_unique<Parts>(server)) {
    parts_->connect(server.port);
}

SmtpConnection::~SmtpConnection() = default;

void SmtpConnection::write(std::string_view bytes) {
    if (!parts_->encrypted) return parts_->write_plain(bytes);
    parts_->complete("writing", [&](auto done) { asio::async_write(parts_->stream, asio::buffer(bytes), done); });
}

SmtpReply SmtpConnection::read_reply() {
    std::array<char, 4096> chunk;
    while (true) {
        if (auto reply = take_reply(parts_->received)) return *std::move(reply);
        const std::size_t count =
            !parts_->encrypted ? parts_->read_plain(chunk) : parts_->complete("reading", [&](auto done) {
                parts_->stream.async_read_some(asio::buffer(chunk), done);
            });
        parts_->received.append(chunk.data(), count);
    }
}

void SmtpConnection::start_encryption() {
    if (!parts_->received.empty()) throw SmtpFault("the server sent commands before the encryption began");
    parts_->handshake();
}

bool SmtpConnection::is_encrypted() const { return parts_->encrypted; }

void SmtpConnection::shorten_timeout(base::Duration timeout) {
    parts_->timeout = std::min(parts_->timeout, std::chrono::microseconds(timeout.microseconds));
    parts_->limit_waits();
}

}  // namespace mail
