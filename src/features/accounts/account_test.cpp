// The rules of accounts, without a database.
#include "features/accounts/account.h"

#include <set>

#include <gtest/gtest.h>

namespace accounts {
namespace {

constexpr base::Instant kNow{1'800'000'000'000'000};

const base::LevelId kCanada{1}, kQuebec{2}, kValClair{3}, kManitoba{4};

people::LevelTree levels() {
    using people::LevelKind;
    return people::LevelTree{{{kCanada, LevelKind::national, "canada", "Canada", "Canada", 1, {}, {}},
                              {kQuebec, LevelKind::province, "quebec", "Quebec", "Québec", 2, kCanada, {}},
                              {kValClair, LevelKind::local, "val-clair", "Val-Clair", "Val-Clair", 3, kQuebec, {}},
                              {kManitoba, LevelKind::province, "manitoba", "Manitoba", "Manitoba", 4, kCanada, {}}}};
}

auth::Principal with(std::vector<auth::Grant> grants) {
    return {StaffId{1}, "Odile Tremblay", base::EmailAddress::parse("odile@example.org").value(), std::move(grants),
            SessionId{1}};
}

std::vector<StoredGrant> held(std::vector<auth::Grant> grants) {
    std::vector<StoredGrant> stored;
    for (const auto& grant : grants) stored.push_back({GrantId{std::ssize(stored) + 1}, StaffId{9}, grant});
    return stored;
}

Session session(base::Instant created_at, base::Instant last_seen_at) {
    return {SessionId{1}, StaffId{1}, SessionState::signed_in, created_at, last_seen_at, created_at + kSessionLimit,
            "",           ""};
}

TEST(Sessions, EndAfterTwelveIdleHoursOrFourteenDays) {
    EXPECT_TRUE(is_alive(session(kNow, kNow), kNow + base::hours(11)));
    EXPECT_FALSE(is_alive(session(kNow, kNow), kNow + base::hours(12)));
    const auto busy = kNow + base::days(14) - base::minutes(1);
    EXPECT_TRUE(is_alive(session(kNow, busy), busy));
    EXPECT_FALSE(is_alive(session(kNow, busy), kNow + base::days(14))) << "however busy";
}

TEST(Sessions, NameTheDeviceByBrowserAndSystem) {
    EXPECT_EQ(device_of("Mozilla/5.0 (X11; Linux x86_64; rv:128.0) Gecko/20100101 Firefox/128.0"), "Firefox, Linux");
    EXPECT_EQ(
        device_of("Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) "
                  "Version/18.0 Mobile/15E148 Safari/604.1"),
        "Safari, iOS");
    EXPECT_EQ(device_of("Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) "
                        "Chrome/130.0.0.0 Safari/537.36 Edg/130.0.0.0"),
              "Edge, Windows");
    EXPECT_EQ(device_of("curl/8.0"), "");
}

TEST(Links, WorkOnceAndForATime) {
    Link link{LinkId{1}, StaffId{1}, LinkKind::forgotten, kNow, kNow + lifetime_of(LinkKind::forgotten), {}};
    EXPECT_TRUE(is_usable(link, kNow + base::minutes(59)));
    EXPECT_FALSE(is_usable(link, kNow + base::minutes(60)));
    link.used_at = kNow;
    EXPECT_FALSE(is_usable(link, kNow));
}

TEST(WrongPasswords, MakeTheNextOneWaitLongerAndLonger) {
    const std::vector<std::pair<int, int>> kMinutes{{0, 0}, {4, 0}, {5, 1}, {6, 2}, {7, 4}, {8, 8}, {9, 15}, {900, 15}};
    for (const auto& [failures, minutes] : kMinutes)
        EXPECT_EQ(wait_after(failures), base::minutes(minutes)) << failures;
    EXPECT_TRUE(must_wait({5, kNow}, kNow + base::seconds(59)));
    EXPECT_FALSE(must_wait({5, kNow}, kNow + base::seconds(60)));
    EXPECT_FALSE(must_wait({}, base::Instant{}));
}

TEST(RecoveryCodes, AreTenDifferentOnesThatForgiveHowTheyAreTyped) {
    auto random = runtime::Random::seeded(7);
    const auto codes = new_recovery_codes(random);
    EXPECT_EQ(std::set(codes.begin(), codes.end()).size(), 10u);
    EXPECT_EQ(codes.front().size(), 14u);
    EXPECT_EQ(normal_recovery_code(" abcd efgh-2345 "), "ABCDEFGH2345");
    EXPECT_EQ(normal_recovery_code("ABCD-EFGH-2345"), "ABCDEFGH2345");
}

TEST(RightsOverStaff, OfAProvincesOwnerStayInTheProvince) {
    const auto odile = with({{auth::Role::owner, kQuebec}});
    const auto tree = levels();
    EXPECT_TRUE(may_grant(odile, {auth::Role::owner, kQuebec}, tree));
    EXPECT_TRUE(may_grant(odile, {auth::Role::editor, kValClair}, tree));
    EXPECT_FALSE(may_grant(odile, {auth::Role::analyst, kManitoba}, tree));
    EXPECT_FALSE(may_grant(odile, {auth::Role::analyst, kCanada}, tree));
    EXPECT_FALSE(may_grant(odile, {auth::Role::analyst, std::nullopt}, tree));
    EXPECT_TRUE(may_manage(odile, held({{auth::Role::editor, kValClair}}), tree));
    EXPECT_FALSE(may_manage(odile, held({{auth::Role::editor, kValClair}, {auth::Role::editor, kManitoba}}), tree));
    EXPECT_TRUE(may_manage(odile, {}, tree)) << "somebody who has no role yet";
}

TEST(RightsOverStaff, AreOwnersOnly) {
    const auto tree = levels();
    EXPECT_FALSE(may_manage(with({{auth::Role::editor, std::nullopt}}), {}, tree));
    EXPECT_TRUE(may_manage(with({{auth::Role::owner, std::nullopt}}), held({{auth::Role::owner, std::nullopt}}), tree));
    EXPECT_TRUE(is_owner_everywhere({auth::Role::owner, std::nullopt}));
    EXPECT_FALSE(is_owner_everywhere({auth::Role::owner, kCanada}));
}

TEST(Invitations, SayEverythingThatIsWrongAtOnce) {
    const auto read = read_invitation({"  ", "nobody", "emperor", "atlantis", "de"}, levels());
    ASSERT_FALSE(read);
    std::vector<std::string> fields;
    for (const auto& problem : read.error()) fields.push_back(problem.field);
    EXPECT_EQ(fields, (std::vector<std::string>{"name", "email", "role", "level", "locale"}));
}

TEST(Invitations, AreReadTidily) {
    const auto read = read_invitation({" Zoë   Roy ", "zoe@example.org", "editor", "val-clair", "fr"}, levels());
    ASSERT_TRUE(read);
    EXPECT_EQ(read->name, "Zoë Roy");
    EXPECT_EQ(read->grant, (auth::Grant{auth::Role::editor, kValClair}));
    EXPECT_EQ(read->locale, base::Locale::french);
    EXPECT_EQ(read_invitation({"Zoë", "zoe@example.org", "owner", "", "en"}, levels())->grant.level, std::nullopt);
}

TEST(NewPasswords, AreTypedTwice) {
    const auto zoe = base::EmailAddress::parse("zoe@example.org").value();
    EXPECT_TRUE(problems_of({"a lake in the north", "a lake in the north"}, zoe).empty());
    EXPECT_EQ(problems_of({"a lake in the north", "a lake in the south"}, zoe).front().field, "password_again");
    EXPECT_EQ(problems_of({"short", "short"}, zoe).front().field, "password");
}

TEST(SigningIn, LeadsBackToOurOwnStaffPagesOnly) {
    EXPECT_EQ(safe_next("/fr/staff/petitions?before=5", base::Locale::english), "/fr/staff/petitions?before=5");
    for (const std::string_view bad : {"", "https://evil.example/", "//evil.example/en/staff", "/en/petitions",
                                       "/en/staff//evil", "/en/staff\\evil", "/en/staff\r\nSet-Cookie: a=b"})
        EXPECT_EQ(safe_next(bad, base::Locale::french), "/fr/staff") << bad;
}

}  // namespace
}  // namespace accounts
