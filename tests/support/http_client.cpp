#include "tests/support/http_client.h"

#include <charconv>
#include <stdexcept>

#include <arpa/inet.h>
#include <netinet/in.h>
#include <strings.h>
#include <sys/socket.h>
#include <sys/time.h>
#include <unistd.h>

namespace test_support {
namespace {

constexpr int kMostRedirects = 5;

class Socket {
public:
    explicit Socket(std::uint16_t port) : number_(::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0)) {
        sockaddr_in address{};
        address.sin_family = AF_INET;
        address.sin_port = htons(port);
        address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        if (::connect(number_, reinterpret_cast<const sockaddr*>(&address), sizeof address) != 0)
            throw std::runtime_error{"nobody listens on port " + std::to_string(port)};
    }
    ~Socket() {
        if (number_ >= 0) ::close(number_);
    }
    Socket(const Socket&) = delete;
    Socket& operator=(const Socket&) = delete;

    int number() const { return number_; }
    int release() { return std::exchange(number_, -1); }

    void set_timeout(int seconds) const {
        const timeval timeout{.tv_sec = seconds, .tv_usec = 0};
        ::setsockopt(number_, SOL_SOCKET, SO_RCVTIMEO, &timeout, sizeof timeout);
    }
    // A server that has answered already may have closed: what could not be sent is no failure of the test.
    void send(std::string_view bytes) const {
        while (!bytes.empty()) {
            const auto sent = ::send(number_, bytes.data(), bytes.size(), MSG_NOSIGNAL);
            if (sent <= 0) return;
            bytes.remove_prefix(static_cast<std::size_t>(sent));
        }
    }
    std::string receive_all() const {
        std::string received;
        char buffer[16 * 1024];
        for (auto size = ::recv(number_, buffer, sizeof buffer, 0); size > 0;
             size = ::recv(number_, buffer, sizeof buffer, 0))
            received.append(buffer, static_cast<std::size_t>(size));
        return received;
    }

private:
    int number_;
};

std::string encoded(std::string_view text) {
    constexpr std::string_view kPlain = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._*";
    constexpr char kDigits[] = "0123456789ABCDEF";
    std::string out;
    for (const char c : text) {
        const auto byte = static_cast<unsigned char>(c);
        if (kPlain.find(c) != std::string_view::npos)
            out += c;
        else if (c == ' ')
            out += '+';
        else
            out.append({'%', kDigits[byte >> 4], kDigits[byte & 15]});
    }
    return out;
}

std::string dechunked(std::string_view text) {
    std::string body;
    while (true) {
        std::size_t size = 0;
        const auto line = text.find("\r\n");
        if (line == std::string_view::npos) return body;
        std::from_chars(text.data(), text.data() + line, size, 16);
        if (size == 0) return body;
        body += text.substr(line + 2, size);
        text.remove_prefix(std::min(text.size(), line + 2 + size + 2));
    }
}

void read_header(std::string_view line, HttpAnswer& answer) {
    const auto colon = line.find(':');
    if (colon == std::string_view::npos) return;
    auto value = line.substr(colon + 1);
    while (value.starts_with(' ')) value.remove_prefix(1);
    answer.headers.emplace_back(line.substr(0, colon), value);
}

HttpAnswer parsed(std::string_view text) {
    HttpAnswer answer;
    const auto end = text.find("\r\n\r\n");
    if (end == std::string_view::npos || !text.starts_with("HTTP/1.1 ")) return answer;
    std::from_chars(text.data() + 9, text.data() + 12, answer.status);
    auto head = text.substr(0, end + 2);
    head.remove_prefix(head.find("\r\n") + 2);
    while (!head.empty()) {
        const auto line_end = head.find("\r\n");
        read_header(head.substr(0, line_end), answer);
        head.remove_prefix(line_end + 2);
    }
    const auto body = text.substr(end + 4);
    answer.body = answer.header("transfer-encoding") == "chunked" ? dechunked(body) : std::string{body};
    return answer;
}

void keep_cookies(const HttpAnswer& answer, std::map<std::string, std::string>& cookies) {
    for (const auto& [name, value] : answer.headers) {
        if (strcasecmp(name.c_str(), "set-cookie") != 0) continue;
        const auto pair = value.substr(0, value.find(';'));
        const auto equals = pair.find('=');
        if (equals != std::string::npos) cookies[pair.substr(0, equals)] = pair.substr(equals + 1);
    }
}

}  // namespace

std::string HttpAnswer::header(std::string_view name) const {
    for (const auto& [key, value] : headers)
        if (key.size() == name.size() && strncasecmp(key.data(), name.data(), name.size()) == 0) return value;
    return {};
}

bool HttpAnswer::has(std::string_view name) const {
    for (const auto& [key, value] : headers)
        if (key.size() == name.size() && strncasecmp(key.data(), name.data(), name.size()) == 0) return true;
    return false;
}

HttpAnswer HttpClient::get(const std::string& target, HeaderList headers) {
    return send({.method = "GET", .target = target, .headers = std::move(headers)});
}

HttpAnswer HttpClient::post(const std::string& target, const HeaderList& fields) {
    return send({.method = "POST",
                 .target = target,
                 .headers = {{"Content-Type", "application/x-www-form-urlencoded"},
                             {"Origin", "http://127.0.0.1:" + std::to_string(port_)},
                             {"Sec-Fetch-Site", "same-origin"}},
                 .body = urlencoded(fields)});
}

HttpAnswer HttpClient::send(HttpRequest request) {
    std::string bytes = request.method + " " + request.target +
                        " HTTP/1.1\r\nHost: 127.0.0.1:" + std::to_string(port_) + "\r\nConnection: close\r\n";
    for (const auto& [name, value] : request.headers) bytes += name + ": " + value + "\r\n";
    std::string cookies;
    for (const auto& [name, value] : cookies_) cookies += (cookies.empty() ? "" : "; ") + name + "=" + value;
    if (!cookies.empty()) bytes += "Cookie: " + cookies + "\r\n";
    if (!request.body.empty() || request.method != "GET")
        bytes += "Content-Length: " + std::to_string(request.body.size()) + "\r\n";
    bytes += "\r\n" + request.body;
    const Socket socket{port_};
    socket.set_timeout(30);
    socket.send(bytes);
    auto answer = parsed(socket.receive_all());
    keep_cookies(answer, cookies_);
    return answer;
}

HttpAnswer HttpClient::follow(HttpAnswer answer) {
    for (int i = 0; i < kMostRedirects && answer.has("location"); ++i) answer = get(answer.header("location"));
    return answer;
}

std::string HttpClient::exchange(std::string_view bytes) const {
    const Socket socket{port_};
    socket.set_timeout(30);
    socket.send(bytes);
    return socket.receive_all();
}

EventStream::EventStream(std::uint16_t port, const std::string& target) : socket_(-1) {
    Socket socket{port};
    socket.set_timeout(60);
    socket.send("GET " + target + " HTTP/1.1\r\nHost: 127.0.0.1\r\nAccept: text/event-stream\r\n\r\n");
    socket_ = socket.release();
}

EventStream::~EventStream() { ::close(socket_); }

// Chunk sizes and heartbeats between the events are passed over: only lines that begin with "data: " count.
std::optional<std::string> EventStream::next() {
    constexpr std::string_view kData = "data: ";
    while (true) {
        const auto at = received_.find(kData);
        const auto end = at == std::string::npos ? at : received_.find('\n', at);
        if (end != std::string::npos) {
            auto data = received_.substr(at + kData.size(), end - at - kData.size());
            received_.erase(0, end + 1);
            return data;
        }
        char buffer[4096];
        const auto size = ::recv(socket_, buffer, sizeof buffer, 0);
        if (size <= 0) return std::nullopt;
        received_.append(buffer, static_cast<std::size_t>(size));
    }
}

std::string urlencoded(const HeaderList& fields) {
    std::string out;
    for (const auto& [name, value] : fields) out += (out.empty() ? "" : "&") + encoded(name) + "=" + encoded(value);
    return out;
}

std::string first_link(std::string_view html, std::string_view prefix) {
    const auto at = html.find("href=\"" + std::string{prefix});
    if (at == std::string_view::npos) return {};
    const auto begin = at + 6;
    std::string link{html.substr(begin, html.find('"', begin) - begin)};
    for (auto reference = link.find("&amp;"); reference != std::string::npos; reference = link.find("&amp;"))
        link.replace(reference, 5, "&");
    return link;
}

}  // namespace test_support
