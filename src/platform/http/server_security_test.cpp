// The web's promises, kept by the server for every route; over a real socket.
#include <atomic>
#include <thread>

#include <gtest/gtest.h>

#include "platform/http/test_house.h"

namespace {

using namespace std::chrono_literals;
using http::testing::Client;
using http::testing::House;
using http::testing::wait_for;

http::Networks loopback() { return {*http::Network::parse("127.0.0.0/8")}; }

struct Malformed {
    const char* name;
    std::string bytes;
    int status;
};

// The cases that a proxy and a server may read differently: RFC 9112 sections 2.2, 3, 5.1, 5.2, 6.1, 6.3, 7.1.
std::vector<Malformed> malformed_requests() {
    const std::string post = "POST /en/echo HTTP/1.1\r\nHost: a\r\n";
    return {{"length and chunked", post + "Content-Length: 3\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n", 400},
            {"chunked and length", post + "Transfer-Encoding: chunked\r\nContent-Length: 3\r\n\r\n0\r\n\r\n", 400},
            {"two lengths", post + "Content-Length: 3\r\nContent-Length: 4\r\n\r\nabc", 400},
            {"one length twice", post + "Content-Length: 3\r\nContent-Length: 3\r\n\r\nabc", 400},
            {"list of lengths", post + "Content-Length: 3, 3\r\n\r\nabc", 400},
            {"signed length", post + "Content-Length: +3\r\n\r\nabc", 400},
            {"huge length", post + "Content-Length: 99999999999999999999999\r\n\r\n", 400},
            {"blank before colon", post + "Content-Length : 3\r\n\r\nabc", 400},
            {"folded line", "GET /en/ HTTP/1.1\r\nHost: a\r\nX: a\r\n b\r\n\r\n", 400},
            {"bare line feeds", "GET /en/ HTTP/1.1\nHost: a\n\n", 400},
            {"one bare line feed", "GET /en/ HTTP/1.1\r\nHost: a\nX: b\r\n\r\n", 400},
            {"xchunked", post + "Transfer-Encoding: xchunked\r\n\r\n0\r\n\r\n", 501},
            {"chunked, identity", post + "Transfer-Encoding: chunked, identity\r\n\r\n0\r\n\r\n", 501},
            {"gzip, chunked", post + "Transfer-Encoding: gzip, chunked\r\n\r\n0\r\n\r\n", 501},
            {"chunked twice", post + "Transfer-Encoding: chunked\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n", 400},
            {"chunked in 1.0", "POST /en/echo HTTP/1.0\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n", 400},
            {"extension with line feed", post + "Transfer-Encoding: chunked\r\n\r\n3;a\nb\r\nabc\r\n0\r\n\r\n", 400},
            {"bad end of chunk", post + "Transfer-Encoding: chunked\r\n\r\n3\r\nabcXX0\r\n\r\n", 400},
            {"0x in chunk size", post + "Transfer-Encoding: chunked\r\n\r\n0x3\r\nabc\r\n0\r\n\r\n", 400},
            {"endless trailer",
             [&] {
                 std::string request = post + "Transfer-Encoding: chunked\r\n\r\n0\r\n";
                 for (int i = 0; i < 5'000; ++i) request += "a:b\r\n";
                 return request;
             }(),
             400},
            {"chunk overflow", post + "Transfer-Encoding: chunked\r\n\r\nfffffffffffffffff\r\nabc\r\n0\r\n\r\n", 400},
            {"no host", "GET /en/ HTTP/1.1\r\n\r\n", 400},
            {"two hosts", "GET /en/ HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n", 400},
            {"host with a path", "GET /en/ HTTP/1.1\r\nHost: a/b\r\n\r\n", 400},
            {"zero byte", "GET /en/ HTTP/1.1\r\nHost: a\r\nX: a" + std::string(1, '\0') + "b\r\n\r\n", 400},
            {"bare return", "GET /en/ HTTP/1.1\r\nHost: a\r\nX: a\rb\r\n\r\n", 400},
            {"version 1.2", "GET /en/ HTTP/1.2\r\nHost: a\r\n\r\n", 505},
            {"version 2", "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n", 505},
            {"space in target", "GET /en/a b HTTP/1.1\r\nHost: a\r\n\r\n", 400},
            {"raw letters in target", "GET /\xc3\xa9 HTTP/1.1\r\nHost: a\r\n\r\n", 400},
            {"other host in target", "GET http://b/en/ HTTP/1.1\r\nHost: a\r\n\r\n", 400},
            {"no target", "GET HTTP/1.1\r\nHost: a\r\n\r\n", 400},
            {"long head", "GET /en/ HTTP/1.1\r\nHost: a\r\nX: " + std::string(20'000, 'a') + "\r\n\r\n", 431},
            {"endless head", "GET /en/ HTTP/1.1\r\nHost: a\r\nX: " + std::string(20'000, 'a'), 431},
            {"many headers",
             [] {
                 std::string head = "GET /en/ HTTP/1.1\r\nHost: a\r\n";
                 for (int i = 0; i < 200; ++i) head += "a:b\r\n";
                 return head + "\r\n";
             }(),
             431},
            {"long body", post + "Content-Length: 300000\r\n\r\n", 413},
            {"long chunks", post + "Transfer-Encoding: chunked\r\n\r\n40000\r\n", 413}};
}

TEST(Promise, NoRequestCanBeReadInTwoWays) {
    const House house;
    for (const auto& request : malformed_requests()) {
        auto client = house.client();
        client.send(request.bytes);
        const auto answer = client.read();
        ASSERT_TRUE(answer.has_value()) << request.name;
        EXPECT_EQ(answer->status, request.status) << request.name;
        EXPECT_EQ(answer->headers.text("connection"), "close") << request.name;
        EXPECT_TRUE(client.is_closed_by_server()) << request.name;
    }
}

TEST(Promise, WhatIsLegalIsTaken) {
    const House house;
    auto client = house.client();
    EXPECT_EQ(client.ask("\r\nGET /en/sum?a=1 HTTP/1.1\r\nHOST: [::1]:80\r\nX:\t v \r\nX:\r\n\r\n").body, "1!");
    EXPECT_EQ(client.ask("GET http://h/en/sum?a=2 HTTP/1.1\r\nHost: h\r\n\r\n").body, "2!");
    EXPECT_EQ(client
                  .ask("POST /en/echo HTTP/1.1\r\nHost: h\r\nTransfer-Encoding: Chunked\r\n\r\n"
                       "03;name=\"value\"\r\nabc\r\n0\r\nTrailer: x\r\n\r\n")
                  .body,
              "abc");
    EXPECT_EQ(client.ask("GET /en/sum?a=3 HTTP/1.0\r\n\r\n").body, "3!");
    EXPECT_TRUE(client.is_closed_by_server());
}

TEST(Promise, ABodyIsAskedForOnlyWhenItMayCome) {
    const House house;
    auto client = house.client();
    client.send("POST /en/echo HTTP/1.1\r\nHost: h\r\nExpect: 100-continue\r\nContent-Length: 5\r\n\r\n");
    EXPECT_EQ(client.read()->status, 100);
    EXPECT_EQ(client.ask("hello").body, "hello");
    client.send("POST /en/echo HTTP/1.1\r\nHost: h\r\nExpect: 100-continue\r\nContent-Length: 500000\r\n\r\n");
    EXPECT_EQ(client.read()->status, 413);
}

TEST(Promise, ARouteMayTakeLargerBodiesThanOthers) {
    const House house;
    const std::string body(150'000, 'b');
    auto client = house.client();
    const auto post = [&](std::string_view path) {
        return client.ask("POST " + std::string{path} +
                          " HTTP/1.1\r\nHost: h\r\nContent-Length: " + std::to_string(body.size()) + "\r\n\r\n" + body);
    };
    EXPECT_EQ(post("/en/echo").body, body);
    EXPECT_EQ(post("/en/guests").status, 413);
}

TEST(Promise, EveryAnswerCarriesTheSecurityHeaders) {
    const House house;
    auto client = house.client();
    for (const std::string request :
         {"GET /en/ HTTP/1.1\r\nHost: h\r\n\r\n", "GET /en/hello/a HTTP/1.1\r\nHost: h\r\n\r\n",
          "GET /en/nothing HTTP/1.1\r\nHost: h\r\n\r\n", "GET /api/v1/nothing HTTP/1.1\r\nHost: h\r\n\r\n",
          "PUT /en/ HTTP/1.1\r\nHost: h\r\n\r\n", "GET /en/fault HTTP/1.1\r\nHost: h\r\n\r\n",
          "POST /en/guests HTTP/1.1\r\nHost: h\r\nContent-Length: 0\r\n\r\n", "GET /en/ HTTP/9.9\r\nHost: h\r\n\r\n"}) {
        const auto answer = client.ask(request);
        EXPECT_TRUE(answer.headers.text("content-security-policy").starts_with("default-src 'self';")) << request;
        EXPECT_FALSE(answer.headers.text("content-security-policy").contains("unsafe")) << request;
        EXPECT_EQ(answer.headers.text("x-content-type-options"), "nosniff") << request;
        EXPECT_EQ(answer.headers.text("referrer-policy"), "strict-origin-when-cross-origin") << request;
        EXPECT_TRUE(answer.headers.has("permissions-policy")) << request;
        EXPECT_EQ(answer.headers.text("cross-origin-opener-policy"), "same-origin") << request;
        EXPECT_TRUE(answer.headers.has("x-request-id")) << request;
        EXPECT_TRUE(answer.headers.has("cache-control")) << request;
        EXPECT_FALSE(answer.headers.has("strict-transport-security")) << request;
    }
}

TEST(Promise, OnlyTlsBehindATrustedProxyBindsTheBrowserToTls) {
    const House open;
    EXPECT_FALSE(open.get("/en/sum", "X-Forwarded-Proto: https\r\n").headers.has("strict-transport-security"));
    const House behind{{.trusted_proxies = loopback()}};
    EXPECT_TRUE(behind.get("/en/sum", "X-Forwarded-Proto: https\r\n").headers.has("strict-transport-security"));
    EXPECT_TRUE(behind.get("/en/", "X-Forwarded-Proto: https\r\n").headers.has("strict-transport-security"));
    EXPECT_FALSE(behind.get("/en/", "X-Forwarded-Proto: http\r\n").headers.has("strict-transport-security"));
}

TEST(Promise, OtherNamesOfTheHostAreBoundToTlsOnlyWhereThatIsWanted) {
    const House alone{{.public_url = "https://house.example"}};
    EXPECT_EQ(alone.get("/en/sum").headers.text("strict-transport-security"), "max-age=31536000");
    const House with_all{{.public_url = "https://house.example", .strict_transport = http::StrictTransport::and_below}};
    EXPECT_EQ(with_all.get("/en/sum").headers.text("strict-transport-security"), "max-age=31536000; includeSubDomains");
    EXPECT_EQ(with_all.get("/en/").headers.text("strict-transport-security"), "max-age=31536000; includeSubDomains");
}

// Below /api/ the origin is not asked for, since programs have none. A browser on another site may then not act as
// whoever is signed in here.
TEST(Promise, ACookieOpensTheApiOnlyToOurOwnPages) {
    const House house;
    const std::string signed_in = "Cookie: session=ruth\r\n";
    EXPECT_EQ(house.post("/api/v1/keys", "", signed_in + "Sec-Fetch-Site: same-origin\r\n").body, "Ruth");
    EXPECT_EQ(house.post("/api/v1/keys", "", signed_in + "Origin: http://house.example\r\n").body, "Ruth");
    for (const std::string foreign :
         {"Sec-Fetch-Site: cross-site\r\n", "Sec-Fetch-Site: same-site\r\n", "Origin: https://evil.example\r\n",
          "Origin: null\r\n", "Origin: http://house.example.evil.example\r\n"}) {
        EXPECT_EQ(house.post("/api/v1/keys", "", signed_in + foreign).status, 401) << foreign;
        EXPECT_EQ(house.post("/api/v1/bell", "", signed_in + foreign).body, "a guest") << foreign;
    }
}

TEST(Promise, ADatabaseOutOfReachIsATimeToComeAgainAndNoFaultOfTheVisitor) {
    const House house;
    const auto answer = house.get("/fr/flood");
    EXPECT_EQ(answer.status, 503);
    EXPECT_EQ(answer.headers.text("retry-after"), "5");
    EXPECT_EQ(answer.body, "error 503 in fr");
    EXPECT_EQ(house.get("/en/fault").status, 500);
}

TEST(Promise, TheTimeOfEachAnswerIsCountedForItsRoute) {
    const House house;
    house.get("/en/sum?a=1");
    house.get("/en/sum?a=2");
    house.get("/en/");
    const auto counted = [&](const char* route, int count) {
        const auto line = "alltogether_http_request_seconds_count{route=\"" + std::string{route} + "\"} " +
                          std::to_string(count) + "\n";
        return wait_for([&] { return house.metrics.text().contains(line); });
    };
    EXPECT_TRUE(counted("house.sum", 2));
    EXPECT_TRUE(counted("house.home", 1));
    EXPECT_TRUE(counted("house.echo", 0));
    EXPECT_TRUE(
        house.metrics.text().contains("alltogether_http_request_seconds_bucket{route=\"house.sum\",le=\"2.5\"} 2"));
}

TEST(Promise, TheVisitorIsWhoTheTrustedProxySays) {
    const House open;
    EXPECT_EQ(open.get("/en/hello/a", "X-Forwarded-For: 203.0.113.9\r\n").headers.text("x-client"), "127.0.0.1");
    const House behind{{.trusted_proxies = loopback()}};
    EXPECT_EQ(behind.get("/en/hello/a", "X-Forwarded-For: 6.6.6.6, 203.0.113.9\r\n").headers.text("x-client"),
              "203.0.113.9");
}

TEST(Promise, FormsOfOtherSitesAreRefused) {
    House house{{.public_url = "http://house.example"}};
    const auto post = [&](std::string_view headers) { return house.post("/en/guests", "name=Eve", headers).status; };
    EXPECT_EQ(post("Origin: https://evil.example\r\n"), 403);
    EXPECT_EQ(post("Origin: null\r\n"), 403);
    EXPECT_EQ(post("Sec-Fetch-Site: cross-site\r\n"), 403);
    EXPECT_EQ(post("Sec-Fetch-Site: same-site\r\nOrigin: http://other.house.example\r\n"), 403);
    EXPECT_EQ(house.guests(), 0);
    EXPECT_EQ(post("Sec-Fetch-Site: same-origin\r\nOrigin: http://house.example\r\n"), 303);
    EXPECT_EQ(post("Origin: http://house.example\r\n"), 303);
    EXPECT_EQ(post(""), 303);
    EXPECT_EQ(house.post("/api/v1/guests", "name=Eve", "Origin: https://other.example\r\n").status, 303);
}

TEST(Promise, PathsAndQueriesThatAreNoUtf8AreRefusedClearly) {
    const House house;
    EXPECT_EQ(house.get("/fr/hello/%FF").status, 400);
    EXPECT_EQ(house.get("/en/hello/%00").status, 400);
    EXPECT_EQ(house.get("/en/hello/%zz").status, 400);
    EXPECT_EQ(house.get("/en/hello/a?b=%C3").status, 400);
    EXPECT_EQ(house.get("/en/hello/%C3%A9").body, "Hello \xC3\xA9");
}

TEST(Promise, OneAddressCannotTakeAllForItself) {
    http::ServerConfig config;
    config.limits[static_cast<std::size_t>(http::LimitClass::sign_on)] = {.burst = 3, .per_minute = 1};
    const House limited{config};
    const auto begun = std::chrono::steady_clock::now();
    for (int i = 0; i < 3; ++i) EXPECT_EQ(limited.post("/en/crowd", "name=Ann").status, 303);
    const auto refused = limited.post("/en/crowd", "name=Ann");
    const std::chrono::duration<double> taken = std::chrono::steady_clock::now() - begun;
    EXPECT_EQ(refused.status, 429);
    const int wait = std::stoi(refused.headers.text("retry-after"));
    EXPECT_LE(wait, 60);  // one a minute
    EXPECT_GE(wait, 60 - taken.count()) << "but for what has passed since the first";
    config.trusted_networks = loopback();
    const House trusting{config};
    for (int i = 0; i < 5; ++i) EXPECT_EQ(trusting.post("/en/crowd", "name=Ann").status, 303);
}

TEST(Promise, SlowClientsAreLetGo) {
    // The time for a head begins when somebody connects: long enough for the first bytes of the others here.
    const House house{{.header_timeout = 1s, .body_timeout = 100ms, .body_deadline = 300ms, .idle_timeout = 100ms}};
    auto silent = house.client(), slow_head = house.client();
    slow_head.send("GET /en/ HTTP/1.1\r\nHost: h\r\nX: ");

    auto slow_body = house.client();
    slow_body.send("POST /en/echo HTTP/1.1\r\nHost: h\r\nContent-Length: 5\r\n\r\nab");
    EXPECT_EQ(slow_body.read()->status, 408);

    auto idle = house.client();
    EXPECT_EQ(idle.ask("GET /en/sum?a=1 HTTP/1.1\r\nHost: h\r\n\r\n").status, 200);
    EXPECT_TRUE(idle.is_closed_by_server());

    EXPECT_EQ(slow_head.read()->status, 408);
    EXPECT_TRUE(slow_head.is_closed_by_server());
    EXPECT_TRUE(silent.is_closed_by_server());
}

// What the server says to somebody who goes on sending a byte now and then.
int answer_to_trickling(Client& client) {
    std::atomic<bool> is_answered = false;
    const std::jthread trickling{[&] {
        while (!is_answered && client.send("x")) usleep(1'000);
    }};
    const auto answer = client.read();
    is_answered = true;
    return answer ? answer->status : 0;
}

// Bytes that trickle in must not move the deadline of a head, nor that of a whole body.
TEST(Promise, TricklingDoesNotBuyTime) {
    const House house{{.header_timeout = 1s, .body_timeout = 500ms, .body_deadline = 800ms}};
    auto head = house.client();
    head.send("GET /en/ HTTP/1.1\r\nHost: h\r\nX: ");
    EXPECT_EQ(answer_to_trickling(head), 408);
    auto body = house.client();
    body.send("POST /en/echo HTTP/1.1\r\nHost: h\r\nContent-Length: 190000\r\n\r\n");
    EXPECT_EQ(answer_to_trickling(body), 408);
}

TEST(Promise, AReaderWhoTakesNothingIsLetGo) {
    const House house{{.write_timeout = 200ms}};
    Client client{house.server->port(), 4096};
    client.send("GET /en/large HTTP/1.1\r\nHost: h\r\n\r\n");
    EXPECT_TRUE(wait_for([&] { return house.server->statistics().timeouts == 1; }));
    EXPECT_TRUE(wait_for([&] { return house.server->statistics().connections_open == 0; }));
}

TEST(Promise, TooManyConnectionsAreToldSo) {
    const House house{{.max_connections = 2}};
    auto first = house.client(), second = house.client();
    EXPECT_EQ(first.ask("GET /en/sum?a=1 HTTP/1.1\r\nHost: h\r\n\r\n").status, 200);
    EXPECT_EQ(second.ask("GET /en/sum?a=1 HTTP/1.1\r\nHost: h\r\n\r\n").status, 200);
    auto third = house.client();
    third.send("GET /en/sum?a=1 HTTP/1.1\r\nHost: h\r\n\r\n");
    const auto answer = third.read();
    ASSERT_TRUE(answer.has_value());
    EXPECT_EQ(answer->status, 503);
    EXPECT_TRUE(answer->headers.has("retry-after"));
    EXPECT_EQ(first.ask("GET /en/sum?a=2 HTTP/1.1\r\nHost: h\r\n\r\n").status, 200);
}

}  // namespace
