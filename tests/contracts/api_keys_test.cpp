// A key of the API in the whole program: made by an owner, used by a partner's server, revoked.
#include <gtest/gtest.h>

#include "tests/support/running_program.h"

namespace contracts {
namespace {

using test_support::HttpAnswer;
using test_support::HttpClient;
using test_support::Kind;
using test_support::RunningProgram;

constexpr auto kSignatures = "/api/v1/petitions/equality-pledge/signatures";

std::string key_in(const HttpAnswer& page) {
    const auto at = page.body.find("atk_");
    return at == std::string::npos ? "" : page.body.substr(at, 47);
}

HttpAnswer sign(HttpClient& partner, const std::string& key, int number) {
    const auto email = "partner" + std::to_string(number) + "@example.org";
    test_support::HeaderList headers{{"Content-Type", "application/json"}};
    if (!key.empty()) headers.push_back({"Authorization", "Bearer " + key});
    return partner.send(
        {.method = "POST",
         .target = kSignatures,
         .headers = std::move(headers),
         .body = R"({"given_name":"Ada","family_name":"Roy","postal_code":"K1A 0B1","email":")" + email + "\"}"});
}

TEST(AnApiKey, opens_what_its_scopes_say_until_it_is_revoked) {
    const RunningProgram program{Kind::sqlite, {"limits.sign_ons_per_minute_refuse=3"}};
    auto amelie = program.signed_in("amelie@alltogether.example");
    const auto signing =
        key_in(amelie.post("/en/staff/keys", {{"name", "Local 17"}, {"sign_on", "1"}, {"per_minute", "20"}}));
    const auto reading = key_in(amelie.post("/en/staff/keys", {{"name", "Map"}, {"read", "1"}, {"per_minute", "2"}}));
    ASSERT_EQ(signing.size(), 47u);

    auto partner = program.visitor();
    int refused_without = 0, refused_with = 0;
    for (int i = 0; i < 8; ++i) refused_with += sign(partner, signing, i).status == 201 ? 0 : 1;
    for (int i = 8; i < 16; ++i) refused_without += sign(partner, "", i).status == 201 ? 0 : 1;
    EXPECT_EQ(refused_with, 0) << "its own rate counts, not that of the address";
    EXPECT_GT(refused_without, 0);
    EXPECT_EQ(sign(partner, reading, 20).status, 403);
    EXPECT_EQ(sign(partner, "atk_" + std::string(43, 'x'), 21).status, 401);

    const auto show = [&](const std::string& key) {
        return partner.get("/api/v1/key", {{"Authorization", "Bearer " + key}});
    };
    EXPECT_EQ(show(signing).status, 403) << "it may not read";
    const auto shown = show(reading);
    EXPECT_EQ(shown.status, 200);
    EXPECT_TRUE(shown.shows(R"("scopes":["read"])")) << shown.body;
    show(reading);
    EXPECT_EQ(show(reading).status, 429) << "two a minute";
    EXPECT_EQ(partner.get("/api/v1/key").status, 401);
    const auto of_a_proxy = partner.get("/api/v1/petitions", {{"Authorization", "Basic c3RhZ2luZzpzdGFnaW5n"}});
    EXPECT_EQ(of_a_proxy.status, 200);
    EXPECT_TRUE(of_a_proxy.shows(R"("slug":"equality-pledge")")) << of_a_proxy.body;
    const auto petition = partner.get("/api/v1/petitions/equality-pledge");
    EXPECT_TRUE(petition.shows(R"("language":"fr")")) << petition.body;
    EXPECT_EQ(partner.get("/api/v1/petitions/none-of-ours").status, 404);

    const auto list = amelie.get("/fr/staff/keys");
    EXPECT_FALSE(list.shows(signing)) << "never shown again";
    const auto revocation = list.body.find("/revocation");
    ASSERT_NE(revocation, std::string::npos);
    const auto begin = list.body.rfind("/fr/staff/keys/", revocation);
    amelie.post(list.body.substr(begin, revocation + 11 - begin), {});
    EXPECT_EQ(show(reading).status, 401) << "the newest stands first";
}

}  // namespace
}  // namespace contracts
