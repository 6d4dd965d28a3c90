// platform/inbound_mail/receiver.h - takes mails from other servers on a port of our own, by SMTP or LMTP.
//
//     inbound_mail::Receiver receiver{{"127.0.0.1", 2525, "returns.example.org"}, hooks};
//     receiver.start();
#pragma once
#include <atomic>
#include <chrono>
#include <cstdint>
#include <map>
#include <memory>
#include <stdexcept>
#include <string>
#include <thread>

#include "platform/inbound_mail/session.h"

namespace inbound_mail {

struct Door {
    std::string address;                // of a network interface, IPv4 or IPv6: "127.0.0.1"
    std::uint16_t port = 0;             // 0: any that is free
    std::string host;                   // our name in greetings
    std::size_t most_connections = 32;  // more are told to come again
    std::chrono::seconds patience{60};  // without a byte, then the connection ends
};

// The port cannot be opened.
class ReceiverFault : public std::runtime_error {
public:
    using std::runtime_error::runtime_error;
};

// One thread for all connections: reports come by the hundred, not by the thousand, and each is one small transaction.
class Receiver {
public:
    // Opens the port. ReceiverFault when it cannot. A hook that throws counts as Taken::later.
    Receiver(Door door, Hooks hooks);
    ~Receiver();  // stops
    Receiver(const Receiver&) = delete;
    Receiver& operator=(const Receiver&) = delete;

    void start();
    void stop();  // closes every connection
    std::uint16_t port() const { return port_; }

private:
    struct Connection;

    void work();
    void accept_one();
    void serve(Connection& connection, short events);
    void close_finished();

    Door door_;
    Hooks hooks_;
    std::uint16_t port_ = 0;
    int listener_ = -1;
    int wake_[2] = {-1, -1};
    std::atomic<bool> stopping_{false};
    std::map<int, std::unique_ptr<Connection>> connections_;  // by their sockets
    std::thread thread_;
};

}  // namespace inbound_mail
