// What is forgotten, and when: the network a supporter signed from, and everything about a person who asks for it.
#include <gtest/gtest.h>

#include "features/petitions/count_store.h"
#include "features/petitions/jobs.h"
#include "features/petitions/retention_store.h"
#include "features/petitions/signature_store.h"
#include "features/petitions/slice.h"
#include "features/petitions/store_house_test.h"

namespace petitions {
namespace {

using house::sign_on;

class Forgetting : public house::Library {
protected:
    std::vector<Signature> of(std::int64_t address_hash) {
        return database->read([&](db::Read& read) { return store::of_address(read, address_hash); });
    }
    std::vector<std::string> findings() {
        auto all = checks();
        all.push_back(network_check(30));
        std::vector<std::string> found;
        for (const ports::Check& check : all)
            for (const auto& finding : database->read([&](db::Read& read) { return check.run(read); }))
                found.push_back(finding.text);
        return found;
    }
    std::int64_t networks_kept() {
        const auto tomorrow = db::now() + base::days(1);
        return database->read([&](db::Read& read) { return store::count_old_networks(read, tomorrow); });
    }
    std::string column(const std::string& expression) {
        std::string text;
        db::connect(database.location(), db::Access::read)
            ->query("select " + expression + " from signature", {}, [&](const db::Row& row) { text = row.text(0); });
        return text;
    }
    void age_signatures(const std::string& to) {
        db::connect(database.location(), db::Access::write)->execute("update signature set signed_at = " + to);
    }
};

TEST_P(Forgetting, TakesOldNetworkAddressesOutAndNothingElse) {
    auto odd = sign_on("Maya", 1);
    odd.score = 30;
    odd.reasons = 256;
    sign({odd, sign_on("Joan", 2)});
    const auto before = of(1).at(0);
    EXPECT_EQ(forget_old_networks(*database, db::now() - base::days(30)), 0);
    EXPECT_EQ(networks_kept(), 2);
    EXPECT_EQ(forget_old_networks(*database, db::now() + base::seconds(1)), 2);
    EXPECT_EQ(networks_kept(), 0);
    const auto after = of(1).at(0);
    EXPECT_EQ(after.email, before.email);
    EXPECT_EQ(after.score, 30);
    EXPECT_EQ(after.reasons, 256);
    EXPECT_EQ(after.state, SignatureState::pending);
}

TEST_P(Forgetting, GoesOnUntilNoneIsLeft) {
    std::vector<SignOn> crowd;
    for (int i = 0; i < 4'500; ++i) crowd.push_back(sign_on("Maya", i));
    sign(crowd);
    EXPECT_EQ(forget_old_networks(*database, db::now() + base::seconds(1)), 4'500);
    EXPECT_EQ(networks_kept(), 0);
}

TEST_P(Forgetting, IsMissedByTheCheckWhenItDoesNotHappen) {
    sign({sign_on("Maya", 1)});
    EXPECT_TRUE(findings().empty());
    age_signatures("1700000000000000");
    EXPECT_EQ(findings().size(), 1U);
    EXPECT_TRUE(database->read([](db::Read& read) { return network_check(0).run(read); }).empty()) << "kept for good";
    forget_old_networks(*database, db::now() - base::days(30));
    EXPECT_TRUE(findings().empty());
}

TEST_P(Forgetting, LeavesOfAPersonOnlyThatSomebodyOnceSigned) {
    sign({sign_on("Maya", 1)});
    database->write([&](db::Write& write) { store::confirm(write, store::of_address(write, 1).at(0)); });
    database->write([](db::Write& write) { person_data({}, {}).erase(write, {.address_hash = 1}); });
    EXPECT_TRUE(of(1).empty()) << "nobody can be found by the address any more";
    EXPECT_EQ(column("email || given_name || family_name || country || postal_code || place || comment || network"),
              "");
    EXPECT_EQ(column("locale"), "en") << "as for everybody who was erased";
    EXPECT_EQ(column("cast(address_hash + reasons + score + show_name + consent_mail as text)"), "0");
    EXPECT_TRUE(findings().empty()) << "the count is right";
    EXPECT_EQ(sign({sign_on("Maya", 1)}), std::vector{SignOutcome::recorded}) << "who wants to may sign again";
    database->write([](db::Write& write) { person_data({}, {}).erase(write, {.address_hash = 1}); });
    EXPECT_TRUE(findings().empty()) << "two empty rows stand side by side";
}

ALLTOGETHER_ON_BOTH_DATABASES(Forgetting);

}  // namespace
}  // namespace petitions
