// platform/http/test_client.h - for tests: a browser that sends exactly the bytes it is told, and a server to talk to.
#pragma once
#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include <arpa/inet.h>
#include <netinet/in.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

#include "base/check.h"
#include "platform/http/fields.h"

namespace http::testing {

struct Answer {
    int status = 0;
    Headers headers;
    std::string body;
};

class Client {
public:
    explicit Client(std::uint16_t port, int receive_buffer = 0) : socket_(::socket(AF_INET, SOCK_STREAM, 0)) {
        if (receive_buffer > 0) setsockopt(socket_, SOL_SOCKET, SO_RCVBUF, &receive_buffer, sizeof receive_buffer);
        sockaddr_in address{};
        address.sin_family = AF_INET;
        address.sin_port = htons(port);
        address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        CHECK(connect(socket_, reinterpret_cast<sockaddr*>(&address), sizeof address) == 0);
    }
    ~Client() { ::close(socket_); }
    Client(const Client&) = delete;
    Client& operator=(const Client&) = delete;

    // False when the other side has closed.
    bool send(std::string_view bytes) {
        while (!bytes.empty()) {
            const auto count = ::send(socket_, bytes.data(), bytes.size(), MSG_NOSIGNAL);
            if (count <= 0) return false;
            bytes.remove_prefix(static_cast<std::size_t>(count));
        }
        return true;
    }
    void finish_sending() { shutdown(socket_, SHUT_WR); }

    // The next answer; nullopt when the connection ends before it is whole. head_only: to a HEAD request.
    enum class Expect : unsigned char { body, head_only };
    std::optional<Answer> read(Expect expect = Expect::body) {
        const auto end = read_until("\r\n\r\n");
        if (!end) return std::nullopt;
        Answer answer = parse(received_.substr(0, *end));
        received_.erase(0, *end);
        if (answer.status == 100) return answer;
        const auto length = answer.headers.find("content-length");
        if (!length || expect == Expect::head_only || answer.status == 304) return answer;
        const auto size = static_cast<std::size_t>(std::stoul(std::string{*length}));
        while (received_.size() < size)
            if (!receive()) return std::nullopt;
        answer.body = received_.substr(0, size);
        received_.erase(0, size);
        return answer;
    }

    // What comes up to and with this text.
    std::optional<std::string> read_text(std::string_view last) {
        const auto end = read_until(last);
        if (!end) return std::nullopt;
        auto text = received_.substr(0, *end);
        received_.erase(0, *end);
        return text;
    }

    // The next bytes, fewer when the connection ends before.
    std::string read_bytes(std::size_t count) {
        while (received_.size() < count && receive()) continue;
        auto bytes = received_.substr(0, count);
        received_.erase(0, count);
        return bytes;
    }

    Answer ask(std::string_view bytes) {
        send(bytes);
        auto answer = read();
        CHECK(answer.has_value());
        return *std::move(answer);
    }

    // Whether the server closes this connection without another byte.
    bool is_closed_by_server() { return received_.empty() && !receive(); }

private:
    static Answer parse(std::string_view head) {
        Answer answer;
        answer.status = std::stoi(std::string{head.substr(9, 3)});
        head.remove_prefix(head.find("\r\n") + 2);
        while (!head.starts_with("\r\n")) {
            const auto end = head.find("\r\n");
            const auto line = head.substr(0, end);
            const auto colon = line.find(": ");
            answer.headers.add({line.substr(0, colon), line.substr(colon + 2)});
            head.remove_prefix(end + 2);
        }
        return answer;
    }

    std::optional<std::size_t> read_until(std::string_view last) {
        while (true) {
            if (const auto at = received_.find(last); at != std::string::npos) return at + last.size();
            if (!receive()) return std::nullopt;
        }
    }

    bool receive() {
        constexpr int kPatience = 20'000;  // milliseconds: only a failing test waits so long
        pollfd wish{socket_, POLLIN, 0};
        if (poll(&wish, 1, kPatience) != 1) return false;
        char bytes[16'384];
        const auto count = recv(socket_, bytes, sizeof bytes, 0);
        if (count <= 0) return false;
        received_.append(bytes, static_cast<std::size_t>(count));
        return true;
    }

    int socket_;
    std::string received_;
};

// Waits for something that another thread brings about; false after 20 s.
template <class Condition>
bool wait_for(Condition condition) {
    const auto end = std::chrono::steady_clock::now() + std::chrono::seconds{20};
    while (!condition()) {
        if (std::chrono::steady_clock::now() > end) return false;
        usleep(500);
    }
    return true;
}

}  // namespace http::testing
