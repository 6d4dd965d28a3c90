// Stories of a long book that is copied while it is carried out of the house: it never lies there as a whole.
#include <charconv>
#include <vector>

#include <gtest/gtest.h>

#include "platform/http/test_house.h"

namespace {

using http::testing::Client;
using http::testing::House;
using http::testing::wait_for;

constexpr std::string_view kAsk = "GET /en/book HTTP/1.1\r\nHost: house.example\r\n\r\n";
constexpr std::size_t kLength = 10 + 400'000 * 100;  // "guests: 0\n" and the lines
constexpr int kSmallWindow = 4096;                   // bytes that a slow visitor's side takes unread

// The bytes of all chunks, or nothing when they end before the last one.
std::optional<std::string> read_chunks(Client& client) {
    std::string body;
    while (true) {
        const auto line = client.read_text("\r\n");
        std::size_t size = 0;
        if (!line || std::from_chars(line->data(), line->data() + line->size(), size, 16).ec != std::errc{})
            return std::nullopt;
        const auto chunk = client.read_bytes(size + 2);
        if (chunk.size() < size + 2) return std::nullopt;
        if (size == 0) return body;
        body.append(chunk, 0, size);
    }
}

TEST(MadeDownload, ArrivesWholeAndTheConnectionGoesOn) {
    const House house;
    auto client = house.client();
    client.send(kAsk);
    const auto head = *client.read(Client::Expect::head_only);
    EXPECT_EQ(head.status, 200);
    EXPECT_EQ(head.headers.text("transfer-encoding"), "chunked");
    EXPECT_EQ(head.headers.text("cache-control"), "no-store");
    EXPECT_TRUE(head.headers.text("content-disposition").starts_with("attachment; filename=\"book.txt\""));
    EXPECT_FALSE(head.headers.has("content-length"));
    EXPECT_FALSE(head.headers.has("etag"));
    const auto body = read_chunks(client);
    ASSERT_TRUE(body.has_value());
    EXPECT_EQ(body->size(), kLength);
    EXPECT_TRUE(body->starts_with("guests: 0\nbbb"));
    EXPECT_TRUE(body->ends_with("bbb\n"));
    EXPECT_EQ(client.ask("GET /en/sum?a=1 HTTP/1.1\r\nHost: h\r\n\r\n").body, "1!");
}

TEST(MadeDownload, EndsWithTheConnectionForOldPrograms) {
    const House house;
    auto client = house.client();
    client.send("GET /en/book HTTP/1.0\r\nConnection: keep-alive\r\n\r\n");
    const auto head = *client.read(Client::Expect::head_only);
    EXPECT_FALSE(head.headers.has("transfer-encoding"));
    EXPECT_EQ(client.read_bytes(kLength + 1).size(), kLength);
}

TEST(MadeDownload, IsNotMadeForWhoAsksForItsHeadAlone) {
    const House house;
    auto client = house.client();
    client.send("HEAD /en/book HTTP/1.1\r\nHost: h\r\n\r\n");
    EXPECT_EQ(client.read(Client::Expect::head_only)->status, 200);
    EXPECT_EQ(client.ask("GET /en/sum?a=1 HTTP/1.1\r\nHost: h\r\n\r\n").body, "1!");
    EXPECT_EQ(house.lines_written, 0);
}

TEST(MadeDownload, WaitsForASlowVisitorWhileOthersAreServed) {
    const House house;
    Client slow{house.server->port(), kSmallWindow};
    slow.send(kAsk);
    slow.read(Client::Expect::head_only);
    const auto lines_at_rest = [&] {
        for (int before = -1; before != house.lines_written; usleep(100'000)) before = house.lines_written;
        return house.lines_written.load();
    };
    // What the makers may be ahead, and what the two sides of the socket hold.
    EXPECT_LT(lines_at_rest(), 100'000);
    EXPECT_EQ(house.get("/en/sum?a=2").body, "2!");
    EXPECT_EQ(house.get("/en/hello/Ann").body, "Hello Ann");
    ASSERT_TRUE(read_chunks(slow).has_value());
    EXPECT_EQ(house.lines_written, 400'000);
}

TEST(MadeDownload, StopsWhenItsVisitorHasGoneOrTakesNothing) {
    House house{{.write_timeout = std::chrono::milliseconds{300}}};
    {
        Client leaving{house.server->port(), kSmallWindow};
        leaving.send(kAsk);
        leaving.read(Client::Expect::head_only);
    }
    Client sleeping{house.server->port(), kSmallWindow};
    sleeping.send(kAsk);
    sleeping.read(Client::Expect::head_only);
    EXPECT_TRUE(wait_for([&] { return house.server->statistics().connections_open == 0; }));
    EXPECT_GE(house.server->statistics().timeouts, 1U);
    EXPECT_LT(house.lines_written, 800'000);
    EXPECT_EQ(house.get("/en/sum?a=1").body, "1!");
}

TEST(MadeDownload, BreaksOffRatherThanPassHalfForWhole) {
    House house;
    house.is_page_torn = true;
    auto client = house.client();
    client.send(kAsk);
    EXPECT_EQ(client.read(Client::Expect::head_only)->status, 200);
    EXPECT_EQ(read_chunks(client), std::nullopt);
    EXPECT_TRUE(client.is_closed_by_server());
}

TEST(MadeDownload, IsPutOffWhenTooManyAreUnderWay) {
    const House house{{.maker_threads = 1, .maker_queue = 1}};
    std::vector<std::unique_ptr<Client>> slow;
    for (int i = 0; i < 2; ++i) {
        slow.push_back(std::make_unique<Client>(house.server->port(), kSmallWindow));
        slow.back()->send(kAsk);
        slow.back()->read(Client::Expect::head_only);
        if (i == 0) ASSERT_TRUE(wait_for([&] { return house.lines_written > 0; }));
    }
    const auto refused = house.get("/en/book");
    EXPECT_EQ(refused.status, 503);
    EXPECT_EQ(refused.headers.text("retry-after"), "30");
}

}  // namespace
