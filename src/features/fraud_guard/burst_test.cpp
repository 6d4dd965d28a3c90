// A burst with a mix of fraud, replayed: how much of the fraud is flagged, and how many honest people are hindered.
// tests/support/made_up_burst.h states what is assumed about both; docs/methods/fraud.md has the figures.
#include <cstdio>

#include <gtest/gtest.h>

#include "features/fraud_guard/burst_house_test.h"

namespace fraud_guard {
namespace {

using house::Outcome;

constexpr base::Instant kBegin{1'800'000'000'000'000};

bool is_honest(const std::string& group) {
    return group == "honest" || group == "couple" || group == "mailbox" || group == "hall" || group == "office";
}

double percent(int part, int whole) { return whole == 0 ? 0 : 100.0 * part / whole; }

struct Sums {
    Outcome honest, fraud;
};

Sums replay(std::uint64_t seed, Policy policy) {
    test_support::BurstMaker maker{seed, kBegin, house::disposable_domains()};
    Guard guard{PuzzleKey{"key"}, std::move(policy)};
    Sums sums;
    std::printf("seed %llu\n", static_cast<unsigned long long>(seed));
    house::Replay replay{guard};
    for (const auto& [group, outcome] : replay.run(maker.make())) {
        std::printf("  %-8s %6d sign-ons, flagged %5.1f %%, asked %5.1f %%, hindered %d\n", group.c_str(),
                    outcome.sign_ons, percent(outcome.flagged, outcome.sign_ons),
                    percent(outcome.asked, outcome.sign_ons), outcome.hindered);
        (is_honest(group) ? sums.honest : sums.fraud) += outcome;
    }
    for (const auto& [rule, count] : replay.reasons())
        std::printf("  %d honest flagged with %s\n", count, std::string{rule}.c_str());
    std::printf("  fraud flagged %.2f %%, honest hindered %.3f %%, honest flagged %.2f %%\n",
                percent(sums.fraud.flagged, sums.fraud.sign_ons), percent(sums.honest.hindered, sums.honest.sign_ons),
                percent(sums.honest.flagged, sums.honest.sign_ons));
    return sums;
}

class Burst : public testing::TestWithParam<std::uint64_t> {};

TEST_P(Burst, NearlyAllFraudIsFlaggedAndHardlyAnybodyHonestIsHindered) {
    const Sums sums = replay(GetParam(), {});
    EXPECT_GE(percent(sums.fraud.flagged, sums.fraud.sign_ons), 95);
    EXPECT_LT(percent(sums.honest.hindered, sums.honest.sign_ons), 0.1);
}

TEST(BurstUnderPressure, ByHandShutsNobodyHonestOut) {
    Policy policy;
    policy.pressure.mode = PressureMode::on;
    const Sums sums = replay(77'777, policy);
    EXPECT_GE(percent(sums.fraud.flagged, sums.fraud.sign_ons), 95);
    EXPECT_LT(percent(sums.honest.hindered, sums.honest.sign_ons), 0.1);
}

INSTANTIATE_TEST_SUITE_P(Seeds, Burst, testing::Values(1, 2027), testing::PrintToStringParamName());

TEST(AllowedHall, IsNotFlaggedForItsNetwork) {
    Policy policy;
    policy.lists.allow.add(*Pattern::parse("203.0.113.9"));
    Guard guard{PuzzleKey{"key"}, std::move(policy)};
    test_support::BurstMaker maker{5, kBegin, house::disposable_domains()};
    const auto outcomes = house::Replay{guard}.run(maker.make());
    EXPECT_EQ(outcomes.at("hall").sign_ons, 300);
    EXPECT_LE(outcomes.at("hall").flagged, 30) << "a few for other reasons: disposable addresses, no script";
    EXPECT_EQ(outcomes.at("hall").hindered, 0);
}

}  // namespace
}  // namespace fraud_guard
