// Keys of the API: what is one, and what its holder may do; the server asks for every request that bears one.
#include "features/integrations/key_service.h"

#include <atomic>
#include <map>

#include <gtest/gtest.h>

#include "features/integrations/key.h"
#include "features/integrations/key_handlers.h"
#include "features/integrations/key_store.h"
#include "people/store.h"
#include "platform/http/testing.h"
#include "tests/support/databases.h"

namespace integrations {
namespace {

TEST(KeyForms, TellAllProblemsAtOnce) {
    EXPECT_EQ(read_key({"", "0", "x", {}}).error().size(), 4u);
    const auto key = read_key({"  Local   17 ", "60", "", {1}});
    ASSERT_TRUE(key);
    EXPECT_EQ(key->name, "Local 17");
    EXPECT_FALSE(key->lifetime);
    EXPECT_FALSE(read_key({"Local 17", "60001", "", {1}}));
    EXPECT_FALSE(read_key({"Local 17", "60", "3651", {1}}));
}

TEST(KeyHeaders, AreReadAsBearerTokensOnly) {
    auto random = runtime::Random::seeded(1);
    const auto text = new_key_text(random);
    EXPECT_EQ(text.text.size(), 47u);
    EXPECT_EQ(hash_of_header("Bearer " + text.text), text.hash());
    EXPECT_EQ(hash_of_header("bearer " + text.text), text.hash());
    for (const auto& header : {std::string{}, text.text, "Basic " + text.text, std::string{"Bearer "},
                               std::string{"Bearer something-else"}, "Bearer  " + text.text})
        EXPECT_FALSE(hash_of_header(header)) << header;
}

TEST(KeyHeaders, MayBeThatOfTheOsdiStandard) {
    auto random = runtime::Random::seeded(2);
    const auto text = new_key_text(random), other = new_key_text(random);
    EXPECT_EQ(hash_of_key(http::Headers{{"OSDI-API-Token", text.text}}), text.hash());
    EXPECT_EQ(hash_of_key(http::Headers{{"OSDI-API-Token", other.text}, {"Authorization", "Bearer " + text.text}}),
              text.hash());
    EXPECT_FALSE(hash_of_key(http::Headers{{"OSDI-API-Token", "Bearer " + text.text}}));
    EXPECT_FALSE(hash_of_key(http::Headers{}));
}

class Keys : public ::testing::TestWithParam<test_support::Kind> {
protected:
    KeyText make(std::optional<base::Duration> lifetime = std::nullopt) {
        const auto text = new_key_text(random);
        Scopes scopes;
        scopes.add(Scope::sign_on);
        id = database->write([&](db::Write& write) {
            return store::insert_key(write, {{"Local 17", 60, lifetime, scopes, level}, text, auth::StaffId{1}});
        });
        return text;
    }
    std::optional<http::KeyHolder> who(const std::string& header) {
        auto request = http::testing::get("/api/v1/key");
        request.received_at = clock.load();
        request.headers.add({"Authorization", header});
        request.parameters = {{"slug", slug}};
        return database->read([&](db::Read& read) { return find_key({*database, petitions}, request, read); });
    }
    ApiKey stored() {
        return database->read([&](db::Read& read) { return store::find_key(read, id).value(); });
    }

    std::atomic<base::Instant> clock = base::Instant{1'800'000'000'000'000};
    test_support::TestDatabase database{GetParam(), [this] { return clock.load(); }};
    runtime::Random random = runtime::Random::system();
    ApiKeyId id{0};
    std::optional<base::LevelId> level;
    std::string slug;
    ports::PetitionReader petitions;
};

TEST_P(Keys, AKeyOfAProvinceSignsForItsPetitionsAndThoseBelow) {
    const auto make_level = [&](people::LevelKind kind, std::string name, std::optional<base::LevelId> parent) {
        return database->write(
            [&](db::Write& write) { return *people::insert_level(write, {kind, name, name, name, 1, parent, {}}); });
    };
    const auto canada = make_level(people::LevelKind::national, "canada", std::nullopt);
    const auto ontario = make_level(people::LevelKind::province, "on", canada);
    const auto local = make_level(people::LevelKind::local, "local-17", ontario);
    const std::map<std::string, base::LevelId> where{{"all", canada}, {"ours", ontario}, {"hall", local}};
    petitions.find = [&](db::Read&, std::string_view of, base::Locale) -> std::optional<ports::PetitionFacts> {
        const auto found = where.find(std::string{of});
        if (found == where.end()) return std::nullopt;
        return ports::PetitionFacts{ports::PetitionId{1}, found->second, found->first, {}, {}, 0, {}, ""};
    };
    level = ontario;
    const auto text = make();
    std::map<std::string, bool> may;
    for (const auto* each : {"all", "ours", "hall", "none"}) {
        slug = each;
        may[each] = who("Bearer " + text.text)->may_sign_on;
    }
    EXPECT_EQ(may, (std::map<std::string, bool>{{"all", false}, {"ours", true}, {"hall", true}, {"none", false}}));
}

TEST_P(Keys, NobodyMakesOneThatReachesFurtherThanThemselves) {
    const auto canada = database->write([](db::Write& write) {
        return *people::insert_level(write,
                                     {people::LevelKind::national, "canada", "Canada", "Canada", 1, std::nullopt, {}});
    });
    const auto ontario = database->write([&](db::Write& write) {
        return *people::insert_level(write, {people::LevelKind::province, "on", "Ontario", "Ontario", 1, canada, {}});
    });
    const runtime::Config config;
    const ports::PageFrames frames{[] {
        ports::FrameSettings made;
        made.campaign = [](base::Locale) { return "All Together Now"; };
        return made;
    }()};
    const http::OutgoingClient client{{}};
    const Services services{config, frames, petitions, *database, random, client};
    const KeyHandlers handlers{services};
    const auto make_at = [&](std::optional<base::LevelId> where) {
        auto request = http::testing::get("/en/staff/keys");
        request.staff =
            std::make_shared<const auth::Principal>(auth::Principal{auth::StaffId{1},
                                                                    "Ravi",
                                                                    *base::EmailAddress::parse("ravi@example.org"),
                                                                    {{auth::Role::owner, ontario}},
                                                                    auth::SessionId{1}});
        const MakeKey form{std::make_shared<const http::Request>(request),
                           ports::acting(request),
                           {"Local 17", 60, std::nullopt, {63}, where},
                           new_key_text(random)};
        return static_cast<bool>(database->write([&](db::Write& write) { return handlers.make(form, write); }));
    };
    EXPECT_TRUE(make_at(ontario));
    EXPECT_FALSE(make_at(canada));
    EXPECT_FALSE(make_at(std::nullopt)) << "everywhere is more than Ontario";
}

TEST_P(Keys, AHolderIsKnownByTheKeyAloneUntilItIsRevoked) {
    const auto text = make();
    const auto holder = who("Bearer " + text.text);
    ASSERT_TRUE(holder);
    EXPECT_EQ(holder->rate.per_minute, 60u);
    EXPECT_TRUE(holder->may_sign_on);
    EXPECT_FALSE(holder->may_read);
    EXPECT_FALSE(who("Bearer " + new_key_text(random).text));
    EXPECT_EQ(stored().hint, text.text.substr(43));
    database->write([](db::Write&) {});  // the note of the use stands before this in the queue
    EXPECT_EQ(stored().last_used_at, clock.load());
    EXPECT_TRUE(database->write([&](db::Write& write) { return store::revoke_key(write, id); }));
    EXPECT_FALSE(who("Bearer " + text.text));
    EXPECT_FALSE(database->write([&](db::Write& write) { return store::revoke_key(write, id); }));
}

TEST_P(Keys, AnExpiredKeyOpensNothing) {
    const auto text = make(base::days(30));
    EXPECT_TRUE(who("Bearer " + text.text));
    clock = clock.load() + base::days(30);
    EXPECT_FALSE(who("Bearer " + text.text));
}

ALLTOGETHER_ON_BOTH_DATABASES(Keys);

}  // namespace
}  // namespace integrations
