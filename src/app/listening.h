// app/listening.h - "127.0.0.1:8080" of the configuration as address and port.
#pragma once
#include <cstdint>
#include <string>
#include <string_view>

namespace app {

struct Listening {
    std::string address;
    std::uint16_t port;
};

// Of a text that runtime::must_be_listen_address takes; IPv6 addresses lose their brackets.
Listening listening_of(std::string_view text);

}  // namespace app
