// Keys, tokens, passwords and one-time codes; and the two tables of this folder, on both databases.
#include <chrono>
#include <set>
#include <thread>

#include <gtest/gtest.h>
#include <rapidcheck.h>

#include "platform/auth/audit.h"
#include "platform/auth/keyed_hash.h"
#include "platform/auth/password.h"
#include "platform/auth/principal.h"
#include "platform/auth/secret.h"
#include "platform/auth/token.h"
#include "platform/auth/totp.h"
#include "tests/support/databases.h"

namespace auth {
namespace {

Secret secret_of(unsigned char filling) {
    std::array<std::byte, Secret::kSize> bytes;
    bytes.fill(std::byte{filling});
    return Secret{bytes};
}

base::EmailAddress address(std::string_view text) { return base::EmailAddress::parse(text).value(); }

// Expected numbers: python3 -c "import hashlib; print(int.from_bytes(hashlib.blake2b(b'h' + bytes([17]) +
//     b'petitions.address' + b'ann@example.org', key=bytes([7])*32, digest_size=32).digest()[:8], 'little',
//     signed=True))"
TEST(KeyedHash, IsBlake2bOfKindPurposeAndText) {
    EXPECT_EQ(keyed_hash(secret_of(7), "petitions.address", "ann@example.org"), 6963532190216596271);
    EXPECT_EQ(keyed_hash(secret_of(7), "petitions.address", ""), 4680584279371301620);
}

TEST(KeyedHash, DiffersByPurposeAndSecretEvenWhereTheJoinedTextIsTheSame) {
    const Secret secret = secret_of(7);
    EXPECT_NE(keyed_hash(secret, "ab", "c"), keyed_hash(secret, "a", "bc"));
    EXPECT_NE(keyed_hash(secret, "a", "x"), keyed_hash(secret_of(8), "a", "x"));
}

TEST(Tokens, AreReadBackForTheirPurposeOnly) {
    const Tokens tokens{secret_of(1)};
    rc::check("what was made is read", [&](std::int64_t id) {
        const auto token = tokens.make("petitions.confirm", id);
        RC_ASSERT(token.size() == 32u);
        RC_ASSERT(tokens.read("petitions.confirm", token) == id);
        RC_ASSERT(!tokens.read("petitions.withdraw", token));
        RC_ASSERT(!Tokens{secret_of(2)}.read("petitions.confirm", token));
    });
}

TEST(Tokens, AreWorthlessOnceOneBitIsChanged) {
    const Tokens tokens{secret_of(1)};
    const auto token = tokens.make("accounts.reset", 42);
    for (std::size_t at = 0; at < token.size(); ++at) {
        auto other = token;
        other[at] = other[at] == 'A' ? 'B' : 'A';
        EXPECT_FALSE(tokens.read("accounts.reset", other)) << other;
    }
}

TEST(Tokens, ReadAnyBytes) {
    const Tokens tokens{secret_of(1)};
    for (const std::string_view text :
         {"", "A", "////////////////////////////////", "================================"})
        EXPECT_FALSE(tokens.read("accounts.reset", text));
    rc::check("any text is refused", [&](const std::string& text) { RC_ASSERT(!tokens.read("accounts.reset", text)); });
}

// Expected: python3 -c "import hashlib, base64; i = (42).to_bytes(8, 'big'); print(base64.urlsafe_b64encode(i +
//     hashlib.blake2b(b't' + bytes([14]) + b'accounts.reset' + i, key=bytes([1])*32, digest_size=32).digest()[:16]))"
TEST(Tokens, AreTheIdAndItsSignature) {
    EXPECT_EQ(Tokens{secret_of(1)}.make("accounts.reset", 42), "AAAAAAAAACrtlHeiZJX8te1Pz3fryodl");
}

TEST(RandomTokens, AreKnownByTheirHash) {
    auto random = runtime::Random::system();
    const auto token = new_random_token(random);
    EXPECT_EQ(token.text.size(), 43u);
    EXPECT_EQ(hash_of_token(token.text), token.hash);
    EXPECT_NE(new_random_token(random).text, token.text);
}

TEST(Passwords, OfAnnAreKnownAgain) {
    const Passwords passwords{PasswordCost::weak};
    const auto hash = passwords.hash("a lake in the north");
    EXPECT_TRUE(passwords.verify("a lake in the north", hash));
    EXPECT_FALSE(passwords.verify("a lake in the south", hash));
    EXPECT_FALSE(passwords.verify("nobody has this password", std::nullopt)) << "not even the one that nobody has";
    EXPECT_NE(passwords.hash("a lake in the north"), hash) << "each hash has its own salt";
}

TEST(Passwords, CostSixtyFourMebibytesAndWeakerOnesAreMadeAnew) {
    const Passwords strong, weak{PasswordCost::weak};
    const auto hash = strong.hash("a lake in the north");
    EXPECT_TRUE(hash.text.starts_with("$argon2id$v=19$m=65536,t=2,p=1$")) << hash.text;
    EXPECT_FALSE(strong.needs_rehash(hash));
    EXPECT_TRUE(strong.needs_rehash(weak.hash("a lake in the north")));
}

TEST(Passwords, AreVerifiedFromManyThreads) {
    const Passwords passwords{PasswordCost::weak};
    const auto hash = passwords.hash("a lake in the north");
    std::atomic<int> right{0};
    {
        std::vector<std::jthread> threads;
        for (int i = 0; i < 8; ++i)
            threads.emplace_back([&] { right += passwords.verify("a lake in the north", hash); });
    }
    EXPECT_EQ(right, 8);
}

TEST(PasswordRules, TakeLongUnusualOnes) {
    const auto ann = address("ann.roy@example.org");
    for (const std::string_view good : {"a lake in the north", "Zoë mange 3 pommes", "kR7#pq!x90Lm", "горы и реки тут"})
        EXPECT_FALSE(refusal_of_password(good, ann)) << good;
}

TEST(PasswordRules, RefuseWhatIsTriedFirst) {
    const auto ann = address("ann.roy@example.org");
    for (const std::string_view bad :
         {"short", "elevenchars", "éééééééé", "password1234", "Password!2026", "passwordpassword", "Mot de passe 1",
          "qwertyuiop12", "123456789012", "abcdefghijkl", "987654321098", "aaaaaaaaaaaa", "abababababab",
          "ann.roy@example.org", "Ann.Roy@Example.org", "annroy123456", "correct horse battery staple"})
        EXPECT_TRUE(refusal_of_password(bad, ann)) << bad;
    EXPECT_TRUE(refusal_of_password(std::string(1025, 'x') + "yzabc", ann));
}

// RFC 4648, section 10.
TEST(Base32, IsThatOfTheStandard) {
    const std::vector<std::pair<std::string, std::string>> kVectors{{"", ""},
                                                                    {"f", "MY"},
                                                                    {"fo", "MZXQ"},
                                                                    {"foo", "MZXW6"},
                                                                    {"foob", "MZXW6YQ"},
                                                                    {"fooba", "MZXW6YTB"},
                                                                    {"foobar", "MZXW6YTBOI"}};
    for (const auto& [bytes, text] : kVectors) {
        EXPECT_EQ(base32(bytes), text);
        EXPECT_EQ(from_base32(text), bytes);
    }
    EXPECT_EQ(from_base32("mzxw 6ytb oi======"), "foobar");
    EXPECT_FALSE(from_base32("MZXW1"));
}

// RFC 6238, appendix B: SHA1, 8 digits.
TEST(Totp, GivesTheCodesOfTheStandard) {
    const TotpSecret secret{"12345678901234567890"};
    const std::vector<std::pair<std::int64_t, std::string>> kVectors{
        {59, "94287082"},         {1111111109, "07081804"}, {1111111111, "14050471"},
        {1234567890, "89005924"}, {2000000000, "69279037"}, {20000000000, "65353130"}};
    for (const auto& [seconds, code] : kVectors) {
        EXPECT_EQ(totp_code(secret, totp_step({seconds * 1'000'000}), 8), code);
        EXPECT_EQ(totp_code(secret, totp_step({seconds * 1'000'000})), code.substr(2));
    }
}

TEST(Totp, TakesACodeOnceAndOneStepEarlyOrLate) {
    const TotpSecret secret{"12345678901234567890"};
    const auto at = [](std::int64_t seconds) { return base::Instant{seconds * 1'000'000}; };
    const auto step = matching_step(secret, {"005 924", at(1234567890)});
    ASSERT_EQ(step, 41152263);
    EXPECT_FALSE(matching_step(secret, {"005924", at(1234567890), *step})) << "a code is used once";
    EXPECT_EQ(matching_step(secret, {"005924", at(1234567890 + 30)}), step);
    EXPECT_EQ(matching_step(secret, {"005924", at(1234567890 - 30)}), step);
    EXPECT_FALSE(matching_step(secret, {"005924", at(1234567890 + 60)}));
    EXPECT_FALSE(matching_step(secret, {"005925", at(1234567890)}));
    EXPECT_FALSE(matching_step(secret, {"", at(1234567890)}));
}

TEST(Totp, IsOpenedInAnAppByAnAddress) {
    EXPECT_EQ(otpauth_uri({"foobar"}, {"All Together", "zoë@example.org"}),
              "otpauth://totp/All%20Together:zo%C3%AB%40example.org?secret=MZXW6YTBOI&issuer=All%20Together"
              "&algorithm=SHA1&digits=6&period=30");
}

Principal with(std::vector<Grant> grants) {
    return {StaffId{1}, "Amélie Roy", address("amelie@example.org"), std::move(grants), SessionId{1}};
}

TEST(Rights, OfARoleReachDownwardsNotUpwardsOrSideways) {
    const base::LevelId canada{1}, quebec{2}, val_clair{3}, manitoba{4};
    const auto amelie = with({{Role::editor, quebec}});
    EXPECT_TRUE(may(amelie, Permission::publish));
    EXPECT_TRUE(may(amelie, Permission::publish, std::vector{quebec, canada}));
    EXPECT_TRUE(may(amelie, Permission::publish, std::vector{val_clair, quebec, canada}));
    EXPECT_FALSE(may(amelie, Permission::publish, std::vector{canada}));
    EXPECT_FALSE(may(amelie, Permission::publish, std::vector{manitoba, canada}));
    EXPECT_FALSE(may(amelie, Permission::publish, {}));
    EXPECT_FALSE(may(amelie, Permission::manage_staff, std::vector{quebec, canada}));
    EXPECT_EQ(levels_of(amelie, Permission::publish), std::vector{quebec});
}

TEST(Rights, WithoutALevelHoldEverywhere) {
    const auto odile = with({{Role::owner, std::nullopt}});
    EXPECT_TRUE(may(odile, Permission::manage_staff, {}));
    EXPECT_FALSE(levels_of(odile, Permission::export_people));
    EXPECT_FALSE(may(with({}), Permission::see_staff_pages)) << "who has no role, may nothing";
}

TEST(Rights, OfAnalystsStopBeforeNames) {
    EXPECT_TRUE(gives(Role::analyst, Permission::see_staff_pages));
    EXPECT_FALSE(gives(Role::analyst, Permission::read_people));
    EXPECT_FALSE(gives(Role::moderator, Permission::export_people));
    EXPECT_FALSE(gives(static_cast<Role>(77), Permission::see_staff_pages));
    for (const Role role : kRoles) EXPECT_EQ(role_of(name(role)), role);
    EXPECT_FALSE(role_of("emperor"));
}

class AuthStore : public test_support::OnBothDatabases {};

TEST_P(AuthStore, MakesOneSecretAndKeepsIt) {
    const auto hash = [&] { return keyed_hash(load_or_create_secret(*database), "test", "x"); };
    const auto first = hash();
    EXPECT_EQ(hash(), first);
    database.reopen();
    EXPECT_EQ(hash(), first);
    EXPECT_NE(first, keyed_hash(secret_of(0), "test", "x"));
}

TEST_P(AuthStore, RemembersWhoChangedWhatFromWhatToWhat) {
    const auto amelie = with({});
    database->write([&](db::Write& tx) {
        record(tx, {.actor = actor_of(amelie, "r1"),
                    .action = "petitions.edit",
                    .subject = {"petition", 5, "the-library"},
                    .level = base::LevelId{2},
                    .changes = {{"title_en", "The \"old\"", "The new"}, {"title_fr", "", "La nouvelle é"}}});
        record(tx, {.actor = {std::nullopt, "command line"}, .action = "accounts.add"});
        record(tx, {.actor = actor_of(amelie, "r2"), .action = "petitions.publish", .subject = {"petition", 6}});
    });
    database->read([&](db::Read& read) {
        const auto all = read_audit(read, {});
        ASSERT_EQ(all.size(), 3u);
        EXPECT_EQ(all[0].entry.action, "petitions.publish");
        EXPECT_FALSE(all[1].entry.actor.staff);
        const auto& oldest = all[2].entry;
        EXPECT_EQ(oldest.actor.name, "Amélie Roy");
        EXPECT_EQ(oldest.actor.request_id, "r1");
        EXPECT_EQ(oldest.subject.label, "the-library");
        EXPECT_EQ(oldest.level, base::LevelId{2});
        EXPECT_EQ(oldest.changes,
                  (std::vector<Change>{{"title_en", "The \"old\"", "The new"}, {"title_fr", "", "La nouvelle é"}}));
    });
}

TEST_P(AuthStore, PagesAndFiltersTheLog) {
    database->write([&](db::Write& tx) {
        for (int i = 1; i <= 5; ++i) {
            auto actor = actor_of(with({}), "r");
            actor.staff = StaffId{i % 2 + 1};
            record(tx, {.actor = actor, .action = i < 3 ? "petitions.edit" : "accounts.edit", .subject = {"thing", i}});
        }
    });
    const auto subjects = [&](const AuditQuery& query) {
        std::vector<std::int64_t> ids;
        for (const auto& stored : database->read([&](db::Read& read) { return read_audit(read, query); }))
            ids.push_back(stored.entry.subject.id);
        return ids;
    };
    using Ids = std::vector<std::int64_t>;
    EXPECT_EQ(subjects({.limit = 2}), (Ids{5, 4}));
    const auto page = database->read([](db::Read& read) { return read_audit(read, {.limit = 2}); });
    EXPECT_EQ(subjects({.before = page.back().id, .limit = 2}), (Ids{3, 2}));
    EXPECT_EQ(subjects({.action_prefix = "petitions."}), (Ids{2, 1}));
    EXPECT_EQ(subjects({.staff = StaffId{2}}), (Ids{5, 3, 1}));
    EXPECT_EQ(subjects({.staff = StaffId{2}, .action_prefix = "accounts."}), (Ids{5, 3}));
    EXPECT_EQ(subjects({.subject = Subject{"thing", 4}}), (Ids{4}));
    EXPECT_EQ(subjects({.staff = StaffId{1}, .subject = Subject{"thing"}}), (Ids{4, 2}));
}

TEST_P(AuthStore, WhoIsErasedLeavesTheLogWithoutNameAndValues) {
    database->write([&](db::Write& tx) {
        for (const std::int64_t person : {7, 8})
            record(tx, {.actor = actor_of(with({}), "r"),
                        .action = "people.edit",
                        .subject = {"person", person, "Maya Singh"},
                        .changes = {{"given_name", "Maia", "Maya"}}});
        record(tx, {.actor = actor_of(with({}), "r"), .action = "levels.edit", .subject = {"level", 7, "ontario"}});
        forget(tx, {"person", 7});
    });
    const auto log = database->read([](db::Read& read) { return read_audit(read, {}); });
    ASSERT_EQ(log.size(), 3U);
    EXPECT_EQ(log[0].entry.subject.label, "ontario");
    EXPECT_EQ(log[1].entry.subject.label, "Maya Singh") << "another one of that name";
    EXPECT_EQ(log[2].entry.subject.label, "7");
    EXPECT_EQ(log[2].entry.changes, std::vector<Change>{});
    EXPECT_EQ(log[2].entry.action, "people.edit");
}

ALLTOGETHER_ON_BOTH_DATABASES(AuthStore);

}  // namespace
}  // namespace auth
