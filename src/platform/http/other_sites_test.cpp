// What pages of other sites may read in a browser (CORS): the API's answers to GET, without credentials.
#include <gtest/gtest.h>

#include "platform/http/test_house.h"

namespace {

using http::testing::Client;
using http::testing::House;

TEST(OtherSites, ReadTheApiButNoPageAndNeverWithCookies) {
    const House house;
    const auto read = house.get("/api/v1/nothing", "Origin: https://local.example\r\n");
    EXPECT_EQ(read.headers.text("access-control-allow-origin"), "*");
    EXPECT_FALSE(read.headers.has("access-control-allow-credentials"));
    EXPECT_FALSE(house.get("/en/", "Origin: https://local.example\r\n").headers.has("access-control-allow-origin"));
}

TEST(OtherSites, AskBeforehandAndHearThatTheyMayRead) {
    const House house;
    auto client = house.client();
    client.send(
        "OPTIONS /api/v1/guests HTTP/1.1\r\nHost: house.example\r\nOrigin: https://local.example\r\n"
        "Access-Control-Request-Method: PUT\r\n\r\n");
    const auto answer = *client.read();
    EXPECT_EQ(answer.status, 204);
    EXPECT_EQ(answer.headers.text("access-control-allow-origin"), "*");
    EXPECT_EQ(answer.headers.text("access-control-allow-methods"), "GET, HEAD");
    EXPECT_FALSE(answer.headers.has("access-control-allow-headers"));
}

TEST(OtherSites, HearTheBellToo) {
    const House house;
    auto client = house.client();
    client.send("GET /api/v1/bell HTTP/1.1\r\nHost: house.example\r\nOrigin: https://local.example\r\n\r\n");
    EXPECT_EQ(client.read(Client::Expect::head_only)->headers.text("access-control-allow-origin"), "*");
}

}  // namespace
