// Two servers on one PostgreSQL, as behind one address: people sign at both at once.
#include <gtest/gtest.h>

#include "tests/crash/expectations.h"
#include "tests/support/databases.h"

namespace crash {
namespace {

using bench::Load;

class TwoServers : public testing::Test {
protected:
    void expect_sound_database() {
        const auto check = run("check", installation_);
        EXPECT_EQ(check.code, 0) << check.output;
    }

    SeededDemo demo_{test_support::Kind::postgres};
    const Installation installation_ = demo_.installation();
    Server first_{installation_}, second_{installation_};
};

TEST_F(TwoServers, TakeSignaturesAtOnceWithoutGivingTwoOneIdentity) {
    constexpr bench::PersonNumber kOthers = 1'000'000;
    Signers here{{.port = first_.port(), .connections = 32, .seconds = 60}};
    Signers there{{.port = second_.port(), .connections = 32, .seconds = 60, .first = kOthers}};
    EXPECT_TRUE(here.were_thanked(2'000));
    EXPECT_TRUE(there.were_thanked(2'000));
    const auto report_here = here.stop(), report_there = there.stop();

    EXPECT_EQ(report_here.wrong, 0) << report_here.first_wrong;
    EXPECT_EQ(report_there.wrong, 0) << report_there.first_wrong;
    const auto table = exported(installation_);
    expect_each_once(table, report_here.acknowledged);
    expect_each_once(table, report_there.acknowledged);
    expect_sound_database();
}

// The worst case for two writers: everybody signs at both, in the same order, at the same time.
TEST_F(TwoServers, CountThoseOnceWhoSignAtBoth) {
    Signers here{{.port = first_.port(), .connections = 32, .seconds = 60}};
    Signers there{{.port = second_.port(), .connections = 32, .seconds = 60}};
    EXPECT_TRUE(here.were_thanked(1'000));
    EXPECT_TRUE(there.were_thanked(1'000));
    const auto report_here = here.stop(), report_there = there.stop();

    EXPECT_EQ(report_here.wrong, 0) << report_here.first_wrong;
    EXPECT_EQ(report_there.wrong, 0) << report_there.first_wrong;
    const auto table = exported(installation_);
    expect_each_once(table, report_here.acknowledged);
    expect_each_once(table, report_there.acknowledged);
    expect_sound_database();
}

}  // namespace
}  // namespace crash
