// Stories of two branches of a library that share one catalogue: each has a program of its own on one database.
#include <algorithm>
#include <memory>
#include <thread>
#include <vector>

#include <gtest/gtest.h>

#include "platform/db/database.h"
#include "tests/support/databases.h"

namespace {

using CardId = base::Id<struct CardTag>;
using std::chrono_literals::operator""ms;

// The clocks of all branches stand still at the same instant: only the writer number keeps identities apart.
base::Instant noon() { return {1'800'000'000'000'000}; }

std::unique_ptr<db::Database> open_branch(const db::Location& location, int lanes = 2) {
    return std::make_unique<db::Database>(
        db::Options{.location = location, .writer = {.postgres_lanes = lanes}, .clock = noon});
}

// Work for a lane of its choice, since Database::write always takes the first.
class Cards final : public db::WriteJob {
public:
    Cards(std::size_t lane, std::vector<std::int64_t>& made) : lane_(lane), made_(made) {}
    Verdict run(db::Write& write) override {
        for (int i = 0; i < 1'000; ++i) made_.push_back(write.new_id<CardId>().value);
        return Verdict::keep;
    }
    void finished(std::exception_ptr fault) noexcept override { EXPECT_EQ(fault, nullptr); }
    std::size_t partition() const override { return lane_; }

private:
    std::size_t lane_;
    std::vector<std::int64_t>& made_;
};

// A place with the table that the statements of this test program speak of.
db::Location fresh_library(test_support::Kind kind) {
    auto location = test_support::fresh_location(kind);
    const auto connection = db::connect(location, db::Access::write);
    connection->execute(connection->translate(
        "create table test_book (id integer primary key, title text not null unique, pages integer, weight real not "
        "null, cover blob not null) strict"));
    return location;
}

class Branches : public testing::TestWithParam<test_support::Kind> {
protected:
    Branches() : location(fresh_library(GetParam())) {}
    ~Branches() override { test_support::remove_location(location); }
    db::Location location;
};

TEST_P(Branches, NeverGiveTwoCardsOneNumber) {
    std::array<std::vector<std::int64_t>, 6> made;
    {
        std::vector<std::unique_ptr<db::Database>> branches;
        for (int i = 0; i < 3; ++i) branches.push_back(open_branch(location));
        for (std::size_t i = 0; i < made.size(); ++i)
            ASSERT_EQ(branches[i / 2]->submit(std::make_unique<Cards>(i % 2, made[i])), db::Accepted::yes);
    }
    std::vector<std::int64_t> all;
    for (const auto& part : made) all.insert(all.end(), part.begin(), part.end());
    ASSERT_EQ(all.size(), 6'000U);
    std::ranges::sort(all);
    EXPECT_EQ(std::ranges::adjacent_find(all), all.end());
}

TEST_P(Branches, GiveTheirNumbersBackWhenTheyClose) {
    for (int i = 0; i <= db::kWriterNumbers; ++i) open_branch(location, 1);
}

TEST_P(Branches, AreTurnedAwayWhenAllNumbersAreTaken) {
    std::vector<std::unique_ptr<db::Database>> branches;
    for (int i = 0; i < db::kWriterNumbers; ++i) branches.push_back(open_branch(location, 1));
    EXPECT_THROW(open_branch(location, 1), db::Unavailable);
    branches.pop_back();
    // PostgreSQL hears a moment later that a session has ended.
    for (int tries = 0; tries < 1'000; ++tries) {
        try {
            EXPECT_NE(open_branch(location, 1), nullptr);
            return;
        } catch (const db::Unavailable&) {
            std::this_thread::sleep_for(10ms);
        }
    }
    FAIL() << "the number of the branch that closed is not free again";
}

ALLTOGETHER_ON_BOTH_DATABASES(Branches);

class Town : public testing::Test {
protected:
    ~Town() override { test_support::remove_location(location); }
    std::unique_ptr<db::Connection> visitor(const db::Patience& patience = {}) {
        return db::connect(location, db::Access::write, patience);
    }
    db::Location location = fresh_library(test_support::Kind::postgres);
};

int number_of(db::Database& branch) {
    return branch.write([](db::Write& write) { return write.lane(); });
}

TEST_F(Town, GivesABranchThatLostItsLineANumberThatNobodyElseHas) {
    const auto east = open_branch(location, 1);
    EXPECT_EQ(number_of(*east), 0);
    visitor()->execute(
        "select pg_terminate_backend(pid) from pg_stat_activity where pid <> pg_backend_pid() and "
        "datname = current_database()");
    std::unique_ptr<db::Database> west;
    while (!west || number_of(*west) != 0) west = open_branch(location, 1);  // once the server has let go of it
    EXPECT_THROW(number_of(*east), db::Unavailable) << "the line is found dead";
    EXPECT_GT(number_of(*east), 0) << "and another one is opened, while the first number is with the west";
}

TEST_F(Town, EndsAnEndlessSearchAndWaitsForNoOneForEver) {
    const auto impatient = visitor({.statement = base::milliseconds(100)});
    EXPECT_THROW(impatient->execute("select pg_sleep(60)"), db::Unavailable);
    EXPECT_TRUE(impatient->is_usable());

    const auto holder = visitor();
    holder->execute("begin; lock table test_book");
    const auto waiting = visitor({.lock = base::milliseconds(100)});
    EXPECT_THROW(waiting->execute("delete from test_book"), db::Unavailable);
}

TEST(TownThatIsFarAway, IsSaidToBeOutOfReach) {
    EXPECT_THROW(db::connect(db::Location::parse("postgres://u@/d?host=/nowhere"), db::Access::read), db::Unavailable);
}

}  // namespace
