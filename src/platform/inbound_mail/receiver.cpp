#include "platform/inbound_mail/receiver.h"

#include <array>
#include <cerrno>
#include <cstring>
#include <vector>

#include <fcntl.h>
#include <netdb.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

#include "platform/runtime/log.h"

namespace inbound_mail {
namespace {

using Clock = std::chrono::steady_clock;

std::string reason() { return std::strerror(errno); }

void make_non_blocking(int socket) { fcntl(socket, F_SETFL, fcntl(socket, F_GETFL, 0) | O_NONBLOCK); }

// A socket that listens, or ReceiverFault.
int open_listener(const Door& door) {
    addrinfo hints{};
    hints.ai_socktype = SOCK_STREAM;
    hints.ai_flags = AI_PASSIVE | AI_NUMERICHOST;
    addrinfo* found = nullptr;
    if (getaddrinfo(door.address.c_str(), std::to_string(door.port).c_str(), &hints, &found) != 0)
        throw ReceiverFault("cannot listen for returned mail: " + door.address + " is no address");
    const std::unique_ptr<addrinfo, decltype(&freeaddrinfo)> address{found, freeaddrinfo};
    const int listener = socket(address->ai_family, SOCK_STREAM | SOCK_CLOEXEC, 0);
    const int on = 1;
    setsockopt(listener, SOL_SOCKET, SO_REUSEADDR, &on, sizeof on);
    if (listener < 0 || bind(listener, address->ai_addr, address->ai_addrlen) != 0 || listen(listener, 64) != 0) {
        const std::string why = reason();
        if (listener >= 0) close(listener);
        throw ReceiverFault("cannot listen for returned mail on port " + std::to_string(door.port) + ": " + why);
    }
    make_non_blocking(listener);
    return listener;
}

std::uint16_t port_of(int listener) {
    sockaddr_storage address{};
    socklen_t size = sizeof address;
    getsockname(listener, reinterpret_cast<sockaddr*>(&address), &size);
    std::array<char, 16> service{};
    getnameinfo(reinterpret_cast<sockaddr*>(&address), size, nullptr, 0, service.data(), service.size(),
                NI_NUMERICSERV);
    return static_cast<std::uint16_t>(std::stoi(service.data()));
}

// A hook that fails asks for another try.
Hooks guarded(Hooks hooks) {
    return {.knows = std::move(hooks.knows), .take = [take = std::move(hooks.take)](const Mail& mail) {
                try {
                    return take(mail);
                } catch (const std::exception& fault) {
                    runtime::log_error("a returned mail could not be kept", {{"fault", fault.what()}});
                    return Taken::later;
                }
            }};
}

}  // namespace

struct Receiver::Connection {
    Connection(int s, const Hooks& hooks, const std::string& host) : socket(s), session(hooks, host) {}
    ~Connection() { close(socket); }

    bool is_done() const { return is_broken || (session.is_over() && to_send.empty()); }
    void send() {
        while (!to_send.empty()) {
            const auto sent = ::send(socket, to_send.data(), to_send.size(), MSG_NOSIGNAL);
            if (sent < 0) {
                is_broken = errno != EAGAIN && errno != EINTR;
                return;
            }
            to_send.erase(0, static_cast<std::size_t>(sent));
        }
    }

    int socket;
    Session session;
    std::string to_send;
    Clock::time_point heard_at = Clock::now();
    bool is_broken = false;
};

Receiver::Receiver(Door door, Hooks hooks)
    : door_(std::move(door)), hooks_(guarded(std::move(hooks))), listener_(open_listener(door_)) {
    port_ = port_of(listener_);
    if (pipe2(wake_, O_CLOEXEC | O_NONBLOCK) != 0) throw ReceiverFault("no pipe: " + reason());
}

Receiver::~Receiver() {
    stop();
    for (const int descriptor : {listener_, wake_[0], wake_[1]})
        if (descriptor >= 0) close(descriptor);
}

void Receiver::start() {
    thread_ = std::thread{[this] { work(); }};
}

void Receiver::stop() {
    if (!thread_.joinable()) return;
    stopping_ = true;
    [[maybe_unused]] const auto woken = write(wake_[1], "x", 1);
    thread_.join();
    connections_.clear();
}

void Receiver::work() {
    while (!stopping_) {
        std::vector<pollfd> watched{{wake_[0], POLLIN, 0}, {listener_, POLLIN, 0}};
        for (const auto& [socket, connection] : connections_)
            watched.push_back({socket, static_cast<short>(connection->to_send.empty() ? POLLIN : POLLOUT), 0});
        poll(watched.data(), watched.size(), 1'000);
        for (const auto& [descriptor, asked, events] : watched) {
            if (events == 0 || descriptor == wake_[0]) continue;
            if (descriptor == listener_)
                accept_one();
            else
                serve(*connections_.at(descriptor), events);
        }
        close_finished();
    }
}

void Receiver::accept_one() {
    const int socket = accept4(listener_, nullptr, nullptr, SOCK_CLOEXEC | SOCK_NONBLOCK);
    if (socket < 0) return;
    auto connection = std::make_unique<Connection>(socket, hooks_, door_.host);
    if (connections_.size() >= door_.most_connections) {
        connection->to_send = "421 4.3.2 Too busy, come again\r\n";
        connection->send();
        return;
    }
    connection->to_send = connection->session.greeting();
    connection->send();
    connections_[socket] = std::move(connection);
}

void Receiver::serve(Connection& connection, short events) {
    if ((events & POLLOUT) != 0) return connection.send();
    std::array<char, 65'536> bytes;
    const auto size = recv(connection.socket, bytes.data(), bytes.size(), 0);
    if (size <= 0) {
        connection.is_broken = size == 0 || (errno != EAGAIN && errno != EINTR);
        return;
    }
    connection.heard_at = Clock::now();
    connection.to_send += connection.session.receive({bytes.data(), static_cast<std::size_t>(size)});
    connection.send();
}

void Receiver::close_finished() {
    const auto longest_ago = Clock::now() - door_.patience;
    std::erase_if(connections_,
                  [&](const auto& each) { return each.second->is_done() || each.second->heard_at < longest_ago; });
}

}  // namespace inbound_mail
