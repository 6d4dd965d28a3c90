// tests/support/port_talk.h - a client for tests of servers that speak in lines. Header only.
#pragma once
#include <cstdint>
#include <string>
#include <string_view>

#include <arpa/inet.h>
#include <gtest/gtest.h>
#include <sys/socket.h>
#include <unistd.h>

namespace test_support {

// Says all of `talk` to the port and gives back what came until the other side closed.
inline std::string talk_to(std::uint16_t port, std::string_view talk) {
    const int socket = ::socket(AF_INET, SOCK_STREAM, 0);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(port);
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    EXPECT_EQ(connect(socket, reinterpret_cast<sockaddr*>(&address), sizeof address), 0);
    EXPECT_EQ(send(socket, talk.data(), talk.size(), 0), std::ssize(talk));
    std::string answers;
    char bytes[4'096];
    for (ssize_t size; (size = recv(socket, bytes, sizeof bytes, 0)) > 0;) answers.append(bytes, bytes + size);
    close(socket);
    return answers;
}

}  // namespace test_support
