// Settings, lists and used puzzles on both databases, and the keeper that brings them to the guard.
#include "features/fraud_guard/store.h"

#include <gtest/gtest.h>

#include "features/fraud_guard/keeper_service.h"
#include "tests/support/databases.h"

namespace fraud_guard {
namespace {

class FraudGuardStore : public test_support::OnBothDatabases {
protected:
    template <class F>
    auto read(F&& f) {
        return database->read(std::forward<F>(f));
    }
    void change(const std::vector<store::SettingChange>& changes) {
        database->write([&](db::Write& write) { store::change(write, changes, "Amélie"); });
    }
};

TEST_P(FraudGuardStore, AChangedWeightIsKeptAndLoggedWithWhoDidIt) {
    change({{"weight.quick", 20, 30}, {"weight.link", 30, 30}});
    change({{"weight.quick", 30, 0}});
    const auto settings = read([](db::Read& r) { return store::settings(r); });
    ASSERT_EQ(settings.size(), 1U) << "what did not change is not stored";
    EXPECT_EQ(value_of(settings, "weight.quick"), 0);
    const auto log = read([](db::Read& r) { return store::latest_changes(r, 10); });
    ASSERT_EQ(log.size(), 2U);
    EXPECT_EQ(log[0].before, "30");
    EXPECT_EQ(log[0].after, "0");
    EXPECT_EQ(log[0].by, "Amélie");
}

TEST_P(FraudGuardStore, AListEntryIsEndedOnceAndStaysToBeSeen) {
    const auto id = database->write([](db::Write& write) {
        return store::insert(write, {List::block, "*@spam.example", "sent us 400", write.now() + base::days(7)},
                             "Amélie");
    });
    EXPECT_EQ(read([](db::Read& r) { return store::list_entries(r); }).size(), 1U);
    database->write([&](db::Write& write) { store::end(write, id, "Ruth"); });
    database->write([&](db::Write& write) { store::end(write, id, "Omar"); });
    EXPECT_TRUE(read([](db::Read& r) { return store::list_entries(r); }).empty());
    const auto ended = read([](db::Read& r) { return store::ended_entries(r, 10); });
    ASSERT_EQ(ended.size(), 1U);
    EXPECT_EQ(ended[0].ended_by, "Ruth");
    EXPECT_EQ(ended[0].reason, "sent us 400");
}

TEST_P(FraudGuardStore, TheKeeperBringsSettingsAndListsAndUsedPuzzlesOverARestart) {
    const runtime::Config::Limits limits;
    ports::LoadLadder ladder;
    runtime::Metrics metrics;
    const UsedProof proof{std::string(64, 'a'), database->now() + base::minutes(20)};
    change({{"weight.quick", 20, 33}, {"pressure", 0, 1}});
    database->write(
        [](db::Write& write) { store::insert(write, {List::allow, "192.0.2.0/24", "hall", {}}, "Amélie"); });
    {
        Guard guard{PuzzleKey{"key"}};
        Keeper keeper{{*database, limits, guard, ladder, metrics}};
        EXPECT_EQ(guard.policy()->book[Rule::quick].weight, 33);
        EXPECT_FALSE(guard.policy()->lists.allow.is_empty);
        keeper.keep();
        EXPECT_TRUE(guard.pressure_since()) << "by hand";
        EXPECT_EQ(guard.used_proofs().use(proof, database->now()), UsedProofs::Use::first);
    }
    Guard after_restart{PuzzleKey{"key"}};
    const Keeper keeper{{*database, limits, after_restart, ladder, metrics}};
    EXPECT_EQ(after_restart.used_proofs().use(proof, database->now()), UsedProofs::Use::again);
    const auto log = read([](db::Read& r) { return store::latest_changes(r, 10); });
    EXPECT_TRUE(std::ranges::any_of(log, [](const auto& each) { return each.by.empty() && each.after == "on"; }))
        << "the switch is logged";
}

TEST_P(FraudGuardStore, APuzzleThatOneServerTookIsUsedOnTheOther) {
    const runtime::Config::Limits limits;
    ports::LoadLadder ladder;
    runtime::Metrics metrics;
    Guard north{PuzzleKey{"key"}}, south{PuzzleKey{"key"}};
    Keeper of_north{{*database, limits, north, ladder, metrics}}, of_south{{*database, limits, south, ladder, metrics}};
    const UsedProof proof{std::string(64, 'b'), database->now() + base::minutes(20)};
    EXPECT_EQ(north.used_proofs().use(proof, database->now()), UsedProofs::Use::first);
    of_north.keep();
    of_south.keep();
    EXPECT_EQ(south.used_proofs().use(proof, database->now()), UsedProofs::Use::again);
}

ALLTOGETHER_ON_BOTH_DATABASES(FraudGuardStore);

}  // namespace
}  // namespace fraud_guard
