// app/program.h - the running website: database, slices, workers and server, started and stopped in the right order.
#pragma once
#include <cstdint>
#include <memory>

#include "app/house.h"
#include "app/settings.h"

namespace app {

class Program {
public:
    // Opens the database and plugs the slices in. db::Fault, mail::DkimFault or runtime::ConfigFault when it cannot.
    explicit Program(const Settings& settings);
    ~Program();  // stops
    Program(const Program&) = delete;
    Program& operator=(const Program&) = delete;

    // Listens and lets the workers begin. std::runtime_error when the port is taken.
    void start();

    // Takes no new requests, finishes those in flight, then lets the workers finish what they hold. May be called
    // twice.
    void stop();

    std::uint16_t port() const;
    std::uint16_t watching_port() const;  // that of metrics.listen; 0 without it
    db::Database& database();
    const http::Router& router() const;
    const House& house() const;

private:
    class Parts;
    std::unique_ptr<Parts> parts_;
};

// What the server is told of the configuration.
http::ServerConfig server_config(const runtime::Config& config);

}  // namespace app
