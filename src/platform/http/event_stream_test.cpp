// Stories of browsers that listen to the bell of the house.
#include <thread>

#include <gtest/gtest.h>

#include "platform/http/event_channel.h"
#include "platform/http/test_house.h"

namespace {

using namespace std::chrono_literals;
using http::testing::Client;
using http::testing::House;
using http::testing::wait_for;

constexpr std::string_view kListen = "GET /api/v1/bell HTTP/1.1\r\nHost: h\r\nAccept: text/event-stream\r\n\r\n";

TEST(EventStream, GivesTheLatestEventAtOnceAndThenEveryNewOne) {
    House house;
    house.bell->publish("one");
    auto client = house.client();
    client.send(kListen);
    const auto head = client.read(Client::Expect::head_only);
    EXPECT_EQ(head->headers.text("content-type"), "text/event-stream");
    EXPECT_EQ(head->headers.text("cache-control"), "no-store");
    EXPECT_EQ(client.read_text("\n\n"), "event: bell\ndata: one\n\n");
    house.bell->publish("two\nlines");
    EXPECT_EQ(client.read_text("\n\n"), "event: bell\ndata: two\ndata: lines\n\n");
}

TEST(EventStream, IsNotThereForAHandlerThatHasNone) {
    const House house;
    EXPECT_EQ(house.get("/api/v1/bell?none").status, 404);
}

TEST(EventStream, BeatsSoThatProxiesKeepIt) {
    const House house{{.heartbeat = 40ms}};
    auto client = house.client();
    client.send(kListen);
    client.read(Client::Expect::head_only);
    EXPECT_EQ(client.read_text("\n\n"), ":\n\n");
    EXPECT_EQ(client.read_text("\n\n"), ":\n\n");
}

TEST(EventStream, EndsWhenTheBrowserGoesAndWhenTheServerStops) {
    House house;
    {
        auto leaving = house.client();
        leaving.send(kListen);
        EXPECT_TRUE(wait_for([&] { return house.server->statistics().streams_open == 1; }));
    }
    EXPECT_TRUE(wait_for([&] { return house.server->statistics().streams_open == 0; }));
    auto staying = house.client();
    staying.send(kListen);
    staying.read(Client::Expect::head_only);
    house.server->stop();
    EXPECT_TRUE(staying.is_closed_by_server());
    house.bell->publish("nobody hears this");
}

TEST(EventStream, DropsABrowserThatDoesNotKeepUp) {
    House house{{.stream_backlog = 16'384}};
    Client slow{house.server->port(), 4096};
    slow.send(kListen);
    EXPECT_TRUE(wait_for([&] { return house.server->statistics().streams_open == 1; }));
    const std::string news(8'000, 'n');
    EXPECT_TRUE(wait_for([&] {
        house.bell->publish(news);
        return house.server->statistics().streams_open == 0;
    }));
}

TEST(EventStream, RefusesMoreStreamsThanItMayHave) {
    House house{{.max_streams = 1}};
    auto first = house.client();
    first.send(kListen);
    EXPECT_TRUE(wait_for([&] { return house.server->statistics().streams_open == 1; }));
    EXPECT_EQ(house.get("/api/v1/bell").status, 503);
}

// Concurrent: also run under the thread sanitizer.
TEST(EventStream, BringsEveryEventToAHundredBrowsersFromSeveralPublishers) {
    House house;
    std::vector<std::unique_ptr<Client>> clients;
    for (int i = 0; i < 100; ++i) {
        clients.push_back(std::make_unique<Client>(house.server->port()));
        clients.back()->send(kListen);
        clients.back()->read(Client::Expect::head_only);
    }
    EXPECT_TRUE(wait_for([&] { return house.server->statistics().streams_open == 100; }));
    std::vector<std::thread> publishers;
    for (int p = 0; p < 4; ++p)
        publishers.emplace_back([&] {
            for (int i = 0; i < 25; ++i) house.bell->publish("ding");
        });
    for (auto& publisher : publishers) publisher.join();
    for (auto& client : clients)
        for (int i = 0; i < 100; ++i) ASSERT_EQ(client->read_text("\n\n"), "event: bell\ndata: ding\n\n");
}

// Concurrent: pages, forms, streams and a stop, all at once.
TEST(EventStream, AndEverythingElseAtOnceIsFree) {
    House house;
    std::vector<std::thread> visitors;
    for (int v = 0; v < 4; ++v)
        visitors.emplace_back([&house, v] {
            auto client = house.client();
            for (int i = 0; i < 40; ++i) {
                client.ask("GET /en/ HTTP/1.1\r\nHost: h\r\n\r\n");
                client.ask("GET /fr/hello/" + std::to_string(v) + " HTTP/1.1\r\nHost: h\r\n\r\n");
                const auto answer = client.ask(
                    "POST /en/crowd HTTP/1.1\r\nHost: h\r\nContent-Type: application/x-www-form-urlencoded"
                    "\r\nContent-Length: 8\r\n\r\nname=Bob");
                EXPECT_TRUE(answer.status == 303 || answer.status == 429);
                house.bell->publish(std::to_string(i));
            }
        });
    auto listener = house.client();
    listener.send(kListen);
    for (auto& visitor : visitors) visitor.join();
    house.server->stop();
}

}  // namespace
