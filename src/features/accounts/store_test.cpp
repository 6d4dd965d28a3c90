// What the tables of accounts keep, on both databases.
#include "features/accounts/store.h"

#include "features/accounts/handlers_house_test.h"

namespace accounts {
namespace {

class AccountStore : public house::House {};

TEST_P(AccountStore, HasOneAccountForEachMailbox) {
    const auto zoe = base::EmailAddress::parse("Zoe@Example.org").value();
    const StaffRow row{"Zoë Roy", zoe, address_hash(secret, zoe), base::Locale::french, std::nullopt};
    const auto id = database().write([&](db::Write& tx) { return insert_staff(tx, row); });
    ASSERT_TRUE(id);
    EXPECT_FALSE(database().write([&](db::Write& tx) { return insert_staff(tx, row); }));
    const auto other_spelling = base::EmailAddress::parse("zoe+work@example.org").value();
    const auto found = database().read(
        [&](db::Read& read) { return find_staff_by_address(read, address_hash(secret, other_spelling)); });
    ASSERT_TRUE(found);
    EXPECT_EQ(found->id, *id);
    EXPECT_EQ(found->name, "Zoë Roy");
    EXPECT_EQ(found->email.text(), "Zoe@example.org");
    EXPECT_EQ(found->locale, base::Locale::french);
    EXPECT_FALSE(found->password);
    EXPECT_TRUE(found->is_active());
}

TEST_P(AccountStore, CountsOwnersWhoCouldStillSignIn) {
    const auto odile = add("odile@example.org", "owner");
    const auto others = [&] {
        return database().read([&](db::Read& read) { return count_other_owners(read, odile); });
    };
    EXPECT_EQ(others(), 0);
    add("ed@example.org", "editor");
    EXPECT_EQ(others(), 0);
    const auto paul = add("paul@example.org", "owner");
    EXPECT_EQ(others(), 1);
    database().write([&](db::Write& tx) { deactivate(tx, paul, odile); });
    EXPECT_EQ(others(), 0);
    (void)add_staff({database(), secret, passwords, {config, tokens}}, {.email = "new@example.org", .role = "owner"});
    EXPECT_EQ(others(), 0) << "who was invited but has no password cannot help yet";
}

TEST_P(AccountStore, KnowsWhoIsSignedInUntilTheSessionEnds) {
    const auto zoe = add("zoe@example.org", "editor");
    const auth::TokenHash token{"hash"};
    const auto session = database().write([&](db::Write& tx) {
        return insert_session(tx, {zoe, token, SessionState::signed_in, kSessionLimit, "Firefox, Linux", "192.0.2.0"});
    });
    const auto at = [&](base::Instant when) {
        return database().read([&](db::Read& read) { return find_signed_in(read, token, when); });
    };
    ASSERT_TRUE(at(house::kStart));
    EXPECT_EQ(at(house::kStart)->principal.session, session);
    EXPECT_EQ(at(house::kStart)->principal.grants.size(), 1u);
    EXPECT_FALSE(at(house::kStart + kIdleLimit));
    database().write([&](db::Write& tx) { deactivate(tx, zoe, std::nullopt); });
    EXPECT_FALSE(at(house::kStart));
}

TEST_P(AccountStore, UsesARecoveryCodeOnce) {
    const auto zoe = add("zoe@example.org", "editor");
    const auto use = [&](std::int64_t hash) {
        return database().write([&](db::Write& tx) { return use_recovery_code(tx, zoe, hash); });
    };
    database().write([&](db::Write& tx) { replace_recovery_codes(tx, zoe, {-5, 6}); });
    EXPECT_TRUE(use(-5));
    EXPECT_FALSE(use(-5));
    EXPECT_FALSE(use(7));
    EXPECT_EQ(database().read([&](db::Read& read) { return unused_recovery_codes(read, zoe); }), 1);
}

TEST_P(AccountStore, CountsWrongPasswordsForADay) {
    const auto count = [&] {
        database().write([](db::Write& tx) { count_failure(tx, 42); });
        return database().read([](db::Read& read) { return failures_of(read, 42).count; });
    };
    EXPECT_EQ(count(), 1);
    EXPECT_EQ(count(), 2);
    pass(base::hours(25));
    EXPECT_EQ(count(), 1);
    database().write([](db::Write& tx) { forget_failures(tx, 42); });
    EXPECT_EQ(count(), 1);
}

TEST_P(AccountStore, SweepsWhatNobodyCanUse) {
    const auto zoe = add("zoe@example.org", "editor");
    database().write([&](db::Write& tx) {
        insert_session(tx, {zoe, {"old"}, SessionState::signed_in, kSessionLimit, "", ""});
        insert_link(tx, zoe, LinkKind::forgotten, std::nullopt);
        count_failure(tx, 1);
    });
    const auto swept = [&] { return database().write([](db::Write& tx) { return sweep(tx); }); };
    EXPECT_EQ(swept(), 0);
    pass(base::hours(13));
    EXPECT_EQ(swept(), 1) << "the idle session";
    pass(base::days(40));
    EXPECT_EQ(swept(), 2) << "the link and the wrong password";
}

ALLTOGETHER_ON_BOTH_DATABASES(AccountStore);

}  // namespace
}  // namespace accounts
