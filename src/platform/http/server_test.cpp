// Stories of guests who come to the house over a real socket.
#include "platform/http/server.h"

#include <list>
#include <thread>

#include <gtest/gtest.h>

#include "platform/http/compression.h"
#include "platform/http/test_house.h"

namespace {

using http::testing::Client;
using http::testing::House;
using http::testing::wait_for;

TEST(Server, AnswersAQuestionFromASnapshot) {
    const House house;
    const auto answer = house.get("/en/hello/Ann?sign=%21+%C3%A9");
    EXPECT_EQ(answer.status, 200);
    EXPECT_EQ(answer.body, "Hello Ann! \xC3\xA9");
    EXPECT_EQ(answer.headers.text("content-type"), "text/plain; charset=utf-8");
    EXPECT_EQ(answer.headers.text("cache-control"), "private, no-cache");
    EXPECT_EQ(answer.headers.text("x-request-id").size(), 13U);
    EXPECT_TRUE(answer.headers.has("date"));
}

TEST(Server, AnswersManyRequestsOnOneConnectionInOrder) {
    const House house;
    auto client = house.client();
    for (int i = 0; i < 20; ++i) {
        const auto name = std::to_string(i);
        EXPECT_EQ(client.ask("GET /fr/hello/" + name + " HTTP/1.1\r\nHost: h\r\n\r\n").body, "Hello " + name);
    }
}

TEST(Server, AnswersPipelinedRequestsInOrderWhateverTheirKind) {
    const House house;
    auto client = house.client();
    client.send(
        "GET /en/hello/first HTTP/1.1\r\nHost: h\r\n\r\n"
        "GET /en/ HTTP/1.1\r\nHost: h\r\n\r\n"
        "POST /en/guests HTTP/1.1\r\nHost: h\r\nContent-Type: application/x-www-form-urlencoded\r\n"
        "Content-Length: 8\r\n\r\nname=Bob"
        "GET /en/ HTTP/1.1\r\nHost: h\r\n\r\n"
        "GET /en/nowhere HTTP/1.1\r\nHost: h\r\n\r\n"
        "GET /en/sum?a=last HTTP/1.1\r\nHost: h\r\nConnection: close\r\n\r\n");
    EXPECT_EQ(client.read()->body, "Hello first");
    EXPECT_TRUE(client.read()->body.starts_with("guests: 0"));
    EXPECT_EQ(client.read()->headers.text("location"), "/en/thanks");
    EXPECT_EQ(client.read()->status, 200);
    EXPECT_EQ(client.read()->status, 404);
    const auto last = client.read();
    EXPECT_EQ(last->body, "last!");
    EXPECT_EQ(last->headers.text("connection"), "close");
    EXPECT_TRUE(client.is_closed_by_server());
}

TEST(Server, AnswersARequestThatComesByteByByte) {
    const House house;
    auto client = house.client();
    for (const char c : std::string_view{"POST /en/echo HTTP/1.1\r\nHost: h\r\nTransfer-Encoding: chunked\r\n\r\n"
                                         "3\r\nabc\r\n2\r\nde\r\n0\r\n\r\n"})
        client.send({&c, 1});
    EXPECT_EQ(client.read()->body, "abcde");
}

TEST(Server, KeepsAGuestOnlyWhenTheFormIsInOrder) {
    House house;
    const auto welcome = house.post("/fr/guests", "name=L%C3%A9a+Roy");
    EXPECT_EQ(welcome.status, 303);
    EXPECT_EQ(welcome.headers.text("location"), "/fr/thanks");
    EXPECT_EQ(welcome.headers.text("cache-control"), "no-store");
    EXPECT_EQ(house.guests(), 1);

    const auto nameless = house.post("/fr/guests", "name=");
    EXPECT_EQ(nameless.status, 422);
    EXPECT_EQ(nameless.body, "refused name: Please give your name. ()");
    EXPECT_EQ(house.guests(), 1);
}

TEST(Server, UndoesWhatWasWrittenBeforeAProblemOrAFault) {
    House house;
    EXPECT_EQ(house.post("/en/guests", "name=unwanted").body, "refused name: This house is full. (unwanted)");
    const auto crash = house.post("/fr/guests", "name=crash");
    EXPECT_EQ(crash.status, 500);
    EXPECT_EQ(crash.body, "error 500 in fr");
    EXPECT_EQ(house.post("/fr/guests", "name=crash-in-parse").status, 500);
    EXPECT_EQ(house.guests(), 0);
}

TEST(Server, WritesACrowdTogetherAndOneBadGuestDoesNotHarmTheOthers) {
    House house;
    std::vector<std::unique_ptr<Client>> crowd;
    for (int i = 0; i < 50; ++i) crowd.push_back(std::make_unique<Client>(house.server->port()));
    for (int i = 0; i < 50; ++i) {
        const std::string form = i == 25 ? "name=crash" : "name=guest" + std::to_string(100 + i);
        crowd[i]->send(
            "POST /en/crowd HTTP/1.1\r\nHost: h\r\nContent-Type: application/x-www-form-urlencoded\r\n"
            "Content-Length: " +
            std::to_string(form.size()) + "\r\n\r\n" + form);
    }
    for (int i = 0; i < 50; ++i) EXPECT_EQ(crowd[i]->read()->status, i == 25 ? 500 : 303) << i;
    EXPECT_EQ(house.guests(), 49);
}

TEST(Server, TellsAfterTheCommitWhatOnlyTheBatchKnew) {
    const House house;
    EXPECT_EQ(house.post("/en/crowd", "name=late").body, "refused : This petition is closed. ()");
}

TEST(Server, ShowsBrokenBytesBesideTheFieldAndKeepsTheRest) {
    const House house;
    const auto answer = house.post("/en/guests", "name=Ann%FF");
    EXPECT_EQ(answer.status, 422);
    EXPECT_EQ(answer.body,
              "refused name: Some characters here could not be read. Please type this again. (Ann\xEF\xBF\xBD)");
}

TEST(Server, ExplainsProblemsAsJsonToPrograms) {
    const House house;
    const auto answer = house.post("/api/v1/guests", "name=");
    EXPECT_EQ(answer.status, 422);
    EXPECT_EQ(answer.headers.text("content-type"), "application/problem+json");
    EXPECT_EQ(answer.body, R"({"status":422,"title":"Unprocessable Content",)"
                           R"("errors":[{"field":"name","message":"Please give your name."}]})");
}

TEST(Server, AnswersHeadWithTheHeadOfGet) {
    const House house;
    auto client = house.client();
    client.send(
        "HEAD /en/hello/Ann HTTP/1.1\r\nHost: h\r\n\r\nHEAD /en/ HTTP/1.1\r\nHost: h\r\n\r\n"
        "GET /en/hello/Bob HTTP/1.1\r\nHost: h\r\n\r\n");
    EXPECT_EQ(client.read(Client::Expect::head_only)->headers.text("content-length"), "9");
    EXPECT_EQ(client.read(Client::Expect::head_only)->headers.text("content-length"), "5010");
    EXPECT_EQ(client.read()->body, "Hello Bob");
}

TEST(Server, KnowsWhichMethodsAnAddressHas) {
    const House house;
    auto client = house.client();
    const auto get = client.ask("GET /en/guests HTTP/1.1\r\nHost: h\r\n\r\n");
    EXPECT_EQ(get.status, 405);
    EXPECT_EQ(get.headers.text("allow"), "POST");
    const auto remove = client.ask("DELETE /en/hello/a HTTP/1.1\r\nHost: h\r\n\r\n");
    EXPECT_EQ(remove.status, 405);
    EXPECT_EQ(remove.headers.text("allow"), "GET, HEAD");
    EXPECT_EQ(client.ask("OPTIONS /en/guests HTTP/1.1\r\nHost: h\r\n\r\n").status, 204);
    EXPECT_EQ(client.ask("BREW /en/guests HTTP/1.1\r\nHost: h\r\n\r\n").status, 501);
}

TEST(Server, SpeaksTheVisitorsLanguageInErrors) {
    const House house;
    EXPECT_EQ(house.get("/fr/rien").body, "error 404 in fr");
    EXPECT_EQ(house.get("/nothing", "Accept-Language: fr-CA\r\n").body, "error 404 in fr");
    EXPECT_EQ(house.get("/de/hello/x").status, 404);
    EXPECT_EQ(house.get("/api/v1/nothing").headers.text("content-type"), "application/problem+json");
    EXPECT_EQ(house.get("/fr/fault").body, "error 500 in fr");
}

TEST(Server, LeadsToTheAddressWithItsSlash) {
    const House house;
    const auto answer = house.get("/en?a=b");
    EXPECT_EQ(answer.status, 301);
    EXPECT_EQ(answer.headers.text("location"), "/en/?a=b");
}

TEST(Server, RendersAPublicPageOnceForACrowd) {
    House house{{.page_fresh = std::chrono::hours{1}, .page_stale = std::chrono::hours{1}}};
    auto client = house.client();
    const auto first = client.ask("GET /en/ HTTP/1.1\r\nHost: h\r\n\r\n");
    EXPECT_EQ(first.headers.text("cache-control"), "public, no-cache");
    for (int i = 0; i < 200; ++i) EXPECT_EQ(client.ask("GET /en/ HTTP/1.1\r\nHost: h\r\n\r\n").body, first.body);
    EXPECT_EQ(house.renderings, 1);
    EXPECT_EQ(house.server->statistics().cache_hits, 200U);
}

TEST(Server, ShowsANewGuestOnThePublicPageSoon) {
    House house;
    auto client = house.client();
    const auto page = [&] { return client.ask("GET /en/ HTTP/1.1\r\nHost: h\r\n\r\n").body; };
    EXPECT_TRUE(page().starts_with("guests: 0"));
    house.post("/en/guests", "name=Ann");
    EXPECT_TRUE(wait_for([&] { return page().starts_with("guests: 1"); }));
}

TEST(Server, DoesNotSendAPublicPageAgainToWhoHasIt) {
    const House house;
    for (const std::string encoding : {"", "Accept-Encoding: br\r\n", "Accept-Encoding: gzip\r\n"}) {
        const auto first = house.get("/en/", encoding);
        const auto tag = first.headers.text("etag");
        EXPECT_FALSE(tag.empty());
        const auto second = house.get("/en/", encoding + "If-None-Match: \"other\", " + tag + "\r\n");
        EXPECT_EQ(second.status, 304);
        EXPECT_EQ(second.headers.text("etag"), tag);
        EXPECT_TRUE(second.body.empty());
    }
    const auto hello = house.get("/en/hello/Ann");
    EXPECT_EQ(house.get("/en/hello/Ann", "If-None-Match: " + hello.headers.text("etag") + "\r\n").status, 304);
}

TEST(Server, CompressesForWhoTakesIt) {
    const House house;
    const auto plain = house.get("/en/");
    EXPECT_FALSE(plain.headers.has("content-encoding"));
    EXPECT_TRUE(plain.headers.text("vary").contains("Accept-Encoding"));
    const auto brotli = house.get("/fr/", "Accept-Encoding: gzip, deflate, br\r\n");
    EXPECT_EQ(brotli.headers.text("content-encoding"), "br");
    EXPECT_EQ(brotli.body, http::compress(plain.body, http::Encoding::brotli));
    const auto refused = house.get("/en/", "Accept-Encoding: br;q=0, gzip;q=0\r\n");
    EXPECT_EQ(refused.body, plain.body);
}

TEST(Server, DoesNotKeepPagesOfPeopleWhoAreSignedIn) {
    House house;
    for (int i = 0; i < 3; ++i) house.get("/en/", "Cookie: theme=dark; session=abc\r\n");
    EXPECT_EQ(house.renderings, 3);
}

TEST(Server, AsksForAPermission) {
    const House house;
    EXPECT_EQ(house.get("/en/office").status, 403);
}

TEST(Server, FinishesWhatIsUnderWayWhenItStops) {
    House house;
    house.is_door_open = false;
    auto waiting = house.client();
    auto idle = house.client();
    EXPECT_EQ(idle.ask("GET /en/sum?a=1 HTTP/1.1\r\nHost: h\r\n\r\n").status, 200);
    waiting.send("GET /en/slow HTTP/1.1\r\nHost: h\r\n\r\n");
    ASSERT_TRUE(wait_for([&] { return house.at_the_door == 1; }));
    std::thread stopping{[&] { house.server->stop(); }};
    EXPECT_TRUE(idle.is_closed_by_server());
    house.is_door_open = true;
    house.is_door_open.notify_all();
    const auto answer = waiting.read();
    ASSERT_TRUE(answer.has_value());
    EXPECT_EQ(answer->body, "at last");
    EXPECT_EQ(answer->headers.text("connection"), "close");
    waiting.finish_sending();
    stopping.join();
    EXPECT_TRUE(waiting.is_closed_by_server());
}

TEST(Server, LetsNoPageWaitBehindCalculations) {
    House house;
    house.is_door_open = false;
    std::list<Client> waiting;
    for (int i = 0; i < 10; ++i) {
        waiting.emplace_back(house.server->port());
        waiting.back().send("GET /en/slow HTTP/1.1\r\nHost: h\r\n\r\n");
    }
    EXPECT_TRUE(wait_for([&] { return house.at_the_door == 4; })) << "as many as have threads";
    EXPECT_EQ(house.get("/en/hello/Ann").status, 200);
    house.is_door_open = true;
    house.is_door_open.notify_all();
    for (auto& client : waiting) EXPECT_EQ(client.read()->body, "at last");
}

TEST(Server, RefusesAPortThatIsTaken) {
    const House house;
    EXPECT_THROW(House(http::ServerConfig{.port = house.server->port()}), std::runtime_error);
}

TEST(Server, SendsALargeAnswerToASlowReader) {
    const House house;
    Client client{house.server->port(), 8192};
    client.send("GET /en/large HTTP/1.1\r\nHost: h\r\nConnection: close\r\n\r\n");
    const auto answer = client.read();
    ASSERT_TRUE(answer.has_value());
    EXPECT_EQ(answer->body, std::string(20'000'000, 'L'));
}

// A line is written once its answer is sent, so a second visitor may be answered before the first one's line stands.
TEST(Server, LogsTheRouteAndTheStatus) {
    House house;
    const auto lines = [&] {
        const std::lock_guard lock{house.log_mutex};
        return house.log.size();
    };
    house.get("/en/hello/secret");
    ASSERT_TRUE(wait_for([&] { return lines() == 1; }));
    house.get("/en/nothing");
    ASSERT_TRUE(wait_for([&] { return lines() == 2; }));
    EXPECT_EQ(house.log[0], "GET /{locale}/hello/{name} 200");
    EXPECT_EQ(house.log[1], "GET  404");
}

}  // namespace
