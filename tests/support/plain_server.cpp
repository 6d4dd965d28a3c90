#include "tests/support/plain_server.h"

#include <chrono>
#include <cstdlib>
#include <stdexcept>

#include <netinet/in.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

namespace test_support {
namespace {

int listen_anywhere() {
    const int listener = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    if (::bind(listener, reinterpret_cast<const sockaddr*>(&address), sizeof address) != 0 ||
        ::listen(listener, 64) != 0)
        throw std::runtime_error{"no port to listen on"};
    return listener;
}

std::uint16_t port_of(int listener) {
    sockaddr_in address{};
    socklen_t size = sizeof address;
    ::getsockname(listener, reinterpret_cast<sockaddr*>(&address), &size);
    return ntohs(address.sin_port);
}

std::size_t length_of(const std::string& head) {
    const auto at = head.find("\r\nContent-Length: ");
    return at == std::string::npos ? 0 : std::strtoul(head.c_str() + at + 18, nullptr, 10);
}

PlainServer::Got receive(int connection) {
    std::string bytes;
    char buffer[16 * 1024];
    for (;;) {
        const auto end = bytes.find("\r\n\r\n");
        if (end != std::string::npos && bytes.size() >= end + 4 + length_of(bytes.substr(0, end + 2)))
            return {bytes.substr(0, end + 2), bytes.substr(end + 4)};
        const auto count = ::recv(connection, buffer, sizeof buffer, 0);
        if (count <= 0) return {};
        bytes.append(buffer, static_cast<std::size_t>(count));
    }
}

void send_all(int connection, std::string_view bytes) {
    while (!bytes.empty()) {
        const auto sent = ::send(connection, bytes.data(), bytes.size(), MSG_NOSIGNAL);
        if (sent <= 0) return;
        bytes.remove_prefix(static_cast<std::size_t>(sent));
    }
}

}  // namespace

std::string PlainServer::Got::header(const std::string& name) const {
    const auto at = head.find("\r\n" + name + ": ");
    if (at == std::string::npos) return "";
    const auto begin = at + name.size() + 4;
    return head.substr(begin, head.find("\r\n", begin) - begin);
}

PlainServer::PlainServer() : listener_(listen_anywhere()), port_(port_of(listener_)), thread_([this] { serve(); }) {}

PlainServer::~PlainServer() {
    is_stopping_ = true;
    thread_.join();
    ::close(listener_);
    for (const int connection : silent_) ::close(connection);
}

std::string PlainServer::url(const std::string& path) const {
    return "http://127.0.0.1:" + std::to_string(port_) + path;
}

void PlainServer::answer_with(Answer answer) {
    const std::scoped_lock lock{mutex_};
    answer_ = std::move(answer);
}

std::vector<PlainServer::Got> PlainServer::requests() const {
    const std::scoped_lock lock{mutex_};
    return got_;
}

bool PlainServer::wait_for(std::size_t count) const {
    std::unique_lock lock{mutex_};
    return came_.wait_for(lock, std::chrono::seconds{60}, [&] { return got_.size() >= count; });
}

void PlainServer::serve() {
    while (!is_stopping_) {
        pollfd waiting{.fd = listener_, .events = POLLIN, .revents = 0};
        if (::poll(&waiting, 1, 20) <= 0) continue;
        const int connection = ::accept4(listener_, nullptr, nullptr, SOCK_CLOEXEC);
        if (connection >= 0) answer(connection);
    }
}

void PlainServer::answer(int connection) {
    auto got = receive(connection);
    std::unique_lock lock{mutex_};
    const Answer answer = answer_;
    if (!got.head.empty()) got_.push_back(std::move(got));
    came_.notify_all();
    if (answer.silent) return silent_.push_back(connection);
    lock.unlock();
    send_all(connection, "HTTP/1.1 " + std::to_string(answer.status) + " Told\r\n" + answer.headers +
                             "Content-Length: " + std::to_string(answer.body.size()) + "\r\nConnection: close\r\n\r\n" +
                             answer.body);
    ::close(connection);
}

}  // namespace test_support
