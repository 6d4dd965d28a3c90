// The guard with one visitor after the other in front of it.
#include "features/fraud_guard/guard_service.h"

#include <array>

#include <gtest/gtest.h>

#include "base/text.h"
#include "features/fraud_guard/settings.h"
#include "features/fraud_guard/slice.h"

namespace fraud_guard {
namespace {

using ports::Verdict;

constexpr base::Instant kNow{1'800'000'000'000'000};

// Maya at home, at her own pace. Tests change what is different.
struct Visitor {
    std::string email = "maya.tremblay@mail.example.ca", given = "Maya", family = "Tremblay", client = "198.51.100.7";
    std::string comment{}, country = "CA", proof{};
    std::optional<base::Duration> dwell = base::seconds(50);
    base::Instant at = kNow;
    ports::TrapFilled trap = ports::TrapFilled::no;
    ports::FromTrustedNetwork trusted = ports::FromTrustedNetwork::no;
};

class GuardTest : public testing::Test {
protected:
    ports::Judgement judge(const Visitor& visitor) {
        const auto email = *base::EmailAddress::parse(visitor.email);
        const auto client = *http::ClientAddress::parse(visitor.client);
        return guard.judge({.slug = "library",
                            .email = email,
                            .address_hash = 1,
                            .given_name = visitor.given,
                            .family_name = visitor.family,
                            .country = visitor.country,
                            .postal_code = "K1A 0B1",
                            .place = "",
                            .comment = visitor.comment,
                            .client = client,
                            .trusted = visitor.trusted,
                            .trap = visitor.trap,
                            .dwell = visitor.dwell,
                            .proof = visitor.proof,
                            .at = visitor.at});
    }
    bool speaks(Rule rule, const Visitor& visitor) { return (judge(visitor).reasons & bit_of(rule)) != 0; }
    void press() {
        Policy policy;
        policy.pressure.mode = PressureMode::on;
        guard.follow(policy);
        guard.tend(kNow - base::minutes(10));
    }
    std::string solved() {
        const Puzzle puzzle = make_puzzle(guard.key(), {kNow, 3}, random);
        return payload_of(puzzle, *solve(puzzle));
    }

    Guard guard{PuzzleKey{"key"}};
    runtime::Random random = runtime::Random::seeded(1);
};

TEST_F(GuardTest, MayaIsNotOdd) {
    const auto judgement = judge({});
    EXPECT_EQ(judgement.verdict, Verdict::accept);
    EXPECT_EQ(judgement.score, 0);
    EXPECT_EQ(judgement.reasons, 0);
}

TEST_F(GuardTest, EachOddityHasItsRule) {
    EXPECT_TRUE(speaks(Rule::trap_filled, {.trap = ports::TrapFilled::yes}));
    EXPECT_TRUE(speaks(Rule::too_quick, {.dwell = base::milliseconds(2'900)}));
    EXPECT_TRUE(speaks(Rule::quick, {.dwell = base::seconds(7)}));
    EXPECT_TRUE(speaks(Rule::no_stamp, {.dwell = std::nullopt}));
    EXPECT_TRUE(speaks(Rule::random_address, {.email = "x7k2q9m@mail.example"}));
    EXPECT_TRUE(speaks(Rule::many_digits, {.email = "maya12345@mail.example"}));
    EXPECT_TRUE(speaks(Rule::plus_tag, {.email = "maya+news@mail.example"}));
    EXPECT_TRUE(speaks(Rule::disposable_domain, {.email = "maya@mailinator.com"}));
    EXPECT_TRUE(speaks(Rule::one_letter_name, {.family = "T"}));
    EXPECT_TRUE(speaks(Rule::keyboard_name, {.given = "Asdf"}));
    EXPECT_TRUE(speaks(Rule::random_name, {.family = "Xkqvtd"}));
    EXPECT_TRUE(speaks(Rule::name_is_address, {.given = "maya@x.example"}));
    EXPECT_TRUE(speaks(Rule::link, {.comment = "see www.win.example"}));
    EXPECT_TRUE(speaks(Rule::foreign_domain, {.email = "maya@post.example.ru"}));
}

TEST_F(GuardTest, TheSecondFromOneAddressWithinAMinuteIsFlaggedAndTheSixthWithinFive) {
    constexpr std::array kNames{"Maya", "Omar", "Ruth", "Lea", "Priya", "Tomasz"};
    const auto colleague = [&](std::size_t i, std::int64_t second) {
        return Visitor{.email = std::string{kNames[i]} + "@mail.example.ca",
                       .given = kNames[i],
                       .dwell = base::seconds(30 + static_cast<std::int64_t>(i)),
                       .at = kNow + base::seconds(second)};
    };
    EXPECT_FALSE(speaks(Rule::network_minute, colleague(0, 0)));
    EXPECT_TRUE(speaks(Rule::network_minute, colleague(1, 59)));
    for (std::size_t i = 2; i < 5; ++i)
        EXPECT_FALSE(speaks(Rule::network_five_minutes, colleague(i, 60 * static_cast<std::int64_t>(i))));
    const auto sixth = judge(colleague(5, 299));
    EXPECT_EQ(sixth.reasons & bit_of(Rule::network_five_minutes), bit_of(Rule::network_five_minutes));
    EXPECT_GE(sixth.score, 40);
    EXPECT_LE(sixth.score, 50) << "a network alone is never very odd";
    EXPECT_EQ(sixth.verdict, Verdict::accept);
}

TEST_F(GuardTest, IPv6IsCountedByItsNetwork) {
    EXPECT_FALSE(speaks(Rule::network_minute, {.client = "2001:db8:1:2::1"}));
    EXPECT_TRUE(speaks(Rule::network_minute, {.client = "2001:db8:1:2:ffff::9"}));
    EXPECT_FALSE(speaks(Rule::network_minute, {.client = "2001:db8:1:3::1"}));
}

TEST_F(GuardTest, TrustedNetworksAreLeftAlone) {
    const auto judgement = judge(
        {.email = "x7k2q9m@mailinator.com", .trap = ports::TrapFilled::yes, .trusted = ports::FromTrustedNetwork::yes});
    EXPECT_EQ(judgement.score, 0);
}

TEST_F(GuardTest, ListsAllowBlockAndWatch) {
    Policy policy;
    policy.lists.allow.add(*Pattern::parse("198.51.100.0/24"));
    policy.lists.block.add(*Pattern::parse("198.51.0.0/16"));
    policy.lists.block.add(*Pattern::parse("*@spam.example"));
    policy.lists.watch.add(*Pattern::parse("FR"));
    guard.follow(policy);
    for (int i = 0; i < 20; ++i) EXPECT_EQ(judge({}).reasons & kNetworkRules, 0) << "allowed";
    EXPECT_EQ(judge({.client = "198.51.7.7"}).verdict, Verdict::refuse);
    EXPECT_EQ(judge({.email = "Ann@SPAM.example", .client = "192.0.2.1"}).verdict, Verdict::refuse);
    EXPECT_TRUE(speaks(Rule::watched, {.client = "192.0.2.2", .country = "FR"}));
}

TEST_F(GuardTest, UnderPressureAProofIsGoodOnce) {
    press();
    const std::string proof = solved();
    EXPECT_EQ(judge({.proof = proof}).score, 0);
    const auto again = judge({.client = "192.0.2.9", .proof = proof});
    EXPECT_EQ(again.verdict, Verdict::ask_for_proof);
    EXPECT_EQ(again.reasons & bit_of(Rule::used_proof), bit_of(Rule::used_proof));
}

TEST_F(GuardTest, UnderPressureAForgedOrExpiredProofIsAskedForAgain) {
    press();
    const Puzzle of_another = make_puzzle(PuzzleKey{"another key"}, {kNow, 3}, random);
    EXPECT_EQ(judge({.proof = payload_of(of_another, *solve(of_another))}).verdict, Verdict::ask_for_proof);
    EXPECT_EQ(judge({.proof = "rubbish"}).verdict, Verdict::ask_for_proof);
    const Puzzle old = make_puzzle(guard.key(), {kNow - kPuzzlePeriod, 3}, random);
    EXPECT_EQ(judge({.proof = payload_of(old, *solve(old))}).verdict, Verdict::ask_for_proof);
}

TEST_F(GuardTest, WhoHasNoScriptIsAcceptedAndFlagged) {
    press();
    const auto judgement = judge({.proof = std::string{kNoScript}});
    EXPECT_EQ(judgement.verdict, Verdict::accept);
    EXPECT_GE(judgement.score, shipped_rules().flag_from);
}

TEST_F(GuardTest, AFormWithoutItsPuzzleComesBackOnlyWhenItIsVeryOdd) {
    press();
    EXPECT_EQ(judge({}).verdict, Verdict::accept);
    const Visitor odd{.email = "x7k2q9m@mailinator.com", .client = "192.0.2.3"};
    EXPECT_EQ(judge(odd).verdict, Verdict::ask_for_proof);
    Visitor opened_before = odd;
    opened_before.client = "192.0.2.4";
    opened_before.dwell = base::minutes(11);
    EXPECT_EQ(judge(opened_before).verdict, Verdict::accept) << "their form had no puzzle";
}

TEST_F(GuardTest, PressureComesWithFraudAndGoesFiveMinutesAfterIt) {
    base::Instant at = kNow;
    for (int i = 0; i < 60; ++i, at = at + base::milliseconds(500))
        judge({.email = "maya" + std::to_string(i) + "@mailinator.com",
               .client = "192.0.2." + std::to_string(i),
               .at = at});
    guard.tend(at);
    ASSERT_TRUE(guard.pressure_since());
    for (int second = 0; second < 300; ++second) guard.tend(at + base::seconds(second));
    EXPECT_TRUE(guard.pressure_since());
    guard.tend(at + base::seconds(400));
    EXPECT_FALSE(guard.pressure_since());
}

TEST_F(GuardTest, SettingsOutOfRangeAndOfOldRulesAreIgnored) {
    const runtime::Config::Limits limits{.dwell_seconds = 4};
    const Policy policy = policy_of(limits, {{"weight.quick", 7},
                                             {"weight.subnet", 101},
                                             {"weight.gone", 5},
                                             {"limit.trap_filled", 3},
                                             {"pressure", 9},
                                             {"flag_from", 55}});
    EXPECT_EQ(policy.book[Rule::quick].weight, 7);
    EXPECT_EQ(policy.book[Rule::subnet].weight, shipped_rules()[Rule::subnet].weight);
    EXPECT_EQ(policy.book[Rule::too_quick].limit, 4) << "of the configuration";
    EXPECT_EQ(policy.pressure.mode, PressureMode::automatic);
    EXPECT_EQ(policy.book.flag_from, 55);
}

TEST_F(GuardTest, ReasonsHaveWordsInBothLanguages) {
    const auto port = sign_on_guard(guard);
    const auto words = port.words(bit_of(Rule::too_quick) | bit_of(Rule::link), base::Locale::french);
    EXPECT_EQ(words, (std::vector<std::string>{"Envoyée quelques secondes après l’ouverture du formulaire",
                                               "Lien dans le texte"}));
    for (int i = 0; i < kRules; ++i)
        for (const auto locale : base::kLocales) EXPECT_EQ(port.words(bit_of(static_cast<Rule>(i)), locale).size(), 1U);
    EXPECT_TRUE(port.puzzle(base::Locale::english).empty()) << "no pressure";
    press();
    EXPECT_NE(port.puzzle(base::Locale::french).view().find("name=\"proof\""), std::string_view::npos);
}

}  // namespace
}  // namespace fraud_guard
