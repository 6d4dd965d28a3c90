// Requests of ours to other servers, against real ones on this machine; and where they must not go.
#include "platform/http/outgoing.h"

#include <atomic>

#include <gtest/gtest.h>

#include "tests/support/plain_server.h"

namespace http {
namespace {

using test_support::PlainServer;

Networks networks(std::initializer_list<const char*> texts) {
    Networks list;
    for (const auto* text : texts) list.push_back(Network::parse(text).value());
    return list;
}

OutgoingClient client_for_tests() {
    return OutgoingClient{{.private_networks = networks({"127.0.0.0/8"}), .timeout = std::chrono::seconds{30}}};
}

TEST(OutgoingClient, PostsTheBodyWithItsHeadersAndBringsTheAnswer) {
    PlainServer server;
    server.answer_with({.status = 202, .body = "thanks"});
    const auto answer = client_for_tests().post(
        {server.url("/hook?a=b"), {{"Content-Type", "application/json"}, {"webhook-id", "msg_7"}}, R"({"a":1})"});
    ASSERT_TRUE(answer) << answer.error().reason;
    EXPECT_EQ(answer->status, 202);
    EXPECT_EQ(answer->body, "thanks");
    const auto got = server.requests().at(0);
    EXPECT_TRUE(got.head.starts_with("POST /hook?a=b HTTP/1.1\r\n"));
    EXPECT_TRUE(got.head.contains("\r\nwebhook-id: msg_7\r\n"));
    EXPECT_EQ(got.body, R"({"a":1})");
}

TEST(OutgoingClient, FollowsNobodyElsewhere) {
    PlainServer server, other;
    server.answer_with({.status = 302, .headers = "Location: " + other.url("/inside") + "\r\n"});
    const auto answer = client_for_tests().post({server.url("/")});
    ASSERT_TRUE(answer);
    EXPECT_EQ(answer->status, 302);
    EXPECT_TRUE(other.requests().empty());
}

TEST(OutgoingClient, WaitsForNobodyWithoutEnd) {
    PlainServer server;
    server.answer_with({.silent = true});
    const OutgoingClient impatient{
        {.private_networks = networks({"127.0.0.0/8"}), .timeout = std::chrono::milliseconds{300}}};
    const auto answer = impatient.post({server.url("/")});
    ASSERT_FALSE(answer);
    EXPECT_EQ(answer.error().reason, "Timeout was reached");
}

TEST(OutgoingClient, KeepsLittleOfALongAnswer) {
    PlainServer server;
    server.answer_with({.status = 200, .body = std::string(1'000'000, 'x')});
    const auto answer = client_for_tests().post({server.url("/")});
    ASSERT_TRUE(answer) << answer.error().reason;
    EXPECT_EQ(answer->status, 200);
    EXPECT_EQ(answer->body.size(), OutgoingLimits{}.kept_bytes);
}

// The usual detours of those who aim at our own machine; none is connected to.
TEST(OutgoingClient, GoesNeitherToThisMachineNorToItsNeighbours) {
    PlainServer server;
    const OutgoingClient client{{.timeout = std::chrono::milliseconds{500}}};
    const std::string port = std::to_string(server.port());
    for (const auto& host :
         {"127.0.0.1", "localhost", "127.1", "2130706433", "0x7f.0.0.1", "0", "[::1]", "[::ffff:127.0.0.1]", "[::]"})
        for (const auto* scheme : {"http://", "https://"}) {
            const auto answer = client.post({scheme + std::string{host} + ":" + port + "/"});
            EXPECT_FALSE(answer) << scheme << host;
        }
    for (const auto* url :
         {"file:///etc/passwd", "gopher://127.0.0.1/", "ftp://127.0.0.1/", "https://a:b@127.0.0.1/", "https://", ""})
        EXPECT_FALSE(client.post({url})) << url;
    EXPECT_TRUE(server.requests().empty());
    EXPECT_EQ(client.post({"https://127.0.0.1:" + port + "/"}).error().reason, "the address 127.0.0.1 is not public");
}

TEST(PublicAddresses, AreThoseOfNoSpecialRegistry) {
    const auto is = [](const char* text) { return is_public(ClientAddress::parse(text).value()); };
    for (const auto* text : {"8.8.8.8", "172.15.255.255", "172.32.0.1", "100.63.0.1", "192.0.1.1", "2606:4700::1111"})
        EXPECT_TRUE(is(text)) << text;
    for (const auto* text : {"0.0.0.0",
                             "10.1.2.3",
                             "100.64.0.1",
                             "127.8.8.8",
                             "169.254.169.254",
                             "172.16.0.1",
                             "172.31.255.255",
                             "192.168.1.1",
                             "198.18.0.1",
                             "203.0.113.9",
                             "224.0.0.1",
                             "255.255.255.255",
                             "::",
                             "::1",
                             "fe80::1",
                             "fc00::1",
                             "fd12::1",
                             "ff02::1",
                             "64:ff9b::7f00:1",
                             "2002:7f00:1::",
                             "2001:db8::1",
                             "2001:0:1::",
                             "100::1"})
        EXPECT_FALSE(is(text)) << text;
}

}  // namespace
}  // namespace http
