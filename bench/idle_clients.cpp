// bench/idle_clients.cpp - visitors who hold connections and do nothing, and slow ones who send a form byte by byte:
// what other visitors are to be served beside. Runs until its standard input ends, then prints one JSON object.
#include <chrono>
#include <cstdint>
#include <iostream>
#include <string>
#include <string_view>
#include <vector>

#include <CLI/CLI.hpp>
#include <arpa/inet.h>
#include <fmt/format.h>
#include <netinet/in.h>
#include <poll.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <unistd.h>

namespace {

using Clock = std::chrono::steady_clock;

constexpr std::string_view kVisit = "GET /healthz HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n";
constexpr std::string_view kSlowForm =
    "POST /en/petitions/equality-pledge/signatures HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: "
    "application/x-www-form-urlencoded\r\nContent-Length: 5000\r\n\r\ngiven_name=Maya";

struct Wish {
    std::uint16_t port = 0;
    int idle = 10'000;
    int slow = 500;
};

struct Client {
    int socket = -1;
    std::size_t sent = 0;
};

void allow_many_files() {
    rlimit limit{};
    getrlimit(RLIMIT_NOFILE, &limit);
    limit.rlim_cur = limit.rlim_max;
    setrlimit(RLIMIT_NOFILE, &limit);
}

int connect_to(std::uint16_t port) {
    const int socket = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(port);
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    if (::connect(socket, reinterpret_cast<sockaddr*>(&address), sizeof address) == 0) return socket;
    close(socket);
    return -1;
}

class Crowd {
public:
    explicit Crowd(const Wish& wish) : port_(wish.port), idle_(wish.idle), slow_(wish.slow) {
        for (auto& client : idle_) settle(client);
        for (auto& client : slow_) client.socket = connect_to(port_);
    }
    ~Crowd() {
        for (const auto& client : idle_) close(client.socket);
        for (const auto& client : slow_) close(client.socket);
    }
    Crowd(const Crowd&) = delete;
    Crowd& operator=(const Crowd&) = delete;

    // One round a second: slow clients send a byte more, and whoever was sent away comes again.
    void step() {
        for (auto& client : slow_) crawl(client);
        for (auto& client : idle_) {
            if (is_open(client)) continue;
            ++sent_away_idle_;
            close(client.socket);
            settle(client);
        }
    }

    std::string report() const {
        std::size_t open = 0;
        for (const auto& client : idle_) open += is_open(client) ? 1 : 0;
        return fmt::format("{{\"idle_open\": {}, \"idle_sent_away\": {}, \"slow_sent_away\": {}}}", open,
                           sent_away_idle_, sent_away_slow_);
    }

private:
    // A connection that has asked for something once, as a browser's has.
    void settle(Client& client) const {
        client.socket = connect_to(port_);
        if (client.socket < 0) return;
        send(client.socket, kVisit.data(), kVisit.size(), MSG_NOSIGNAL);
        char answer[2048];
        (void)recv(client.socket, answer, sizeof answer, 0);
    }

    void crawl(Client& client) {
        const auto next = kSlowForm.substr(client.sent % kSlowForm.size(), 1);
        ++client.sent;
        if (client.socket >= 0 && is_open(client) && send(client.socket, next.data(), 1, MSG_NOSIGNAL) == 1) return;
        ++sent_away_slow_;
        if (client.socket >= 0) close(client.socket);
        client = {connect_to(port_), 0};
    }

    static bool is_open(const Client& client) {
        char byte = 0;
        const auto count = recv(client.socket, &byte, 1, MSG_DONTWAIT | MSG_PEEK);
        return count > 0 || (count < 0 && (errno == EAGAIN || errno == EWOULDBLOCK));
    }

    std::uint16_t port_;
    std::vector<Client> idle_, slow_;
    std::int64_t sent_away_idle_ = 0, sent_away_slow_ = 0;
};

// Whether standard input ended within a second.
bool is_told_to_end() {
    pollfd input{STDIN_FILENO, POLLIN, 0};
    if (poll(&input, 1, 1'000) <= 0) return false;
    char byte = 0;
    return read(STDIN_FILENO, &byte, 1) <= 0;
}

}  // namespace

int main(int argc, char** argv) {
    Wish wish;
    CLI::App app{"Holds idle and slow connections until its standard input ends"};
    app.add_option("--port", wish.port, "Port on 127.0.0.1")->required();
    app.add_option("--idle", wish.idle)->capture_default_str();
    app.add_option("--slow", wish.slow)->capture_default_str();
    CLI11_PARSE(app, argc, argv);
    allow_many_files();
    Crowd crowd{wish};
    std::cout << "ready" << std::endl;
    while (!is_told_to_end()) crowd.step();
    std::cout << crowd.report() << std::endl;
}
