// What pages of other sites may read in a browser (CORS): the API's answers to GET, without credentials.
#include <iterator>
#include <string>
#include <string_view>
#include <vector>

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

// RFC 8058 asks for a urlencoded or a multipart body; who writes a broken one means the same.
TEST(OtherSites, PostFromAnywhereWhereTheAddressSaysItAllWhateverTheirBodyIs) {
    House house;
    struct Sent {
        std::string_view type, body;
    };
    const std::vector<Sent> sent{
        {"application/x-www-form-urlencoded", "List-Unsubscribe=One-Click"},
        {"application/x-www-form-urlencoded", "name=%ff%fe"},
        {"multipart/form-data; boundary=b", "--b\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\n1\r\n--b--\r\n"},
        {"multipart/form-data; boundary=other",
         "--b\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\n1\r\n--b--\r\n"},
        {"multipart/form-data", "--b--\r\n"},
        {"text/plain", "List-Unsubscribe=One-Click"},
        {"", ""}};
    for (const auto& [type, body] : sent) {
        auto client = house.client();
        std::string request =
            "POST /en/leaving/maya HTTP/1.1\r\nHost: house.example\r\nOrigin: https://mail.example\r\n";
        if (!type.empty()) request.append("Content-Type: ").append(type).append("\r\n");
        client.send(request.append("Content-Length: ") + std::to_string(body.size()) + "\r\n\r\n" + std::string{body});
        EXPECT_EQ(client.read()->status, 303) << type << " " << body;
    }
    EXPECT_EQ(house.guests(), std::ssize(sent));
}

}  // namespace
