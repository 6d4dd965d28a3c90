// Puzzles by the ALTCHA protocol, against the protocol's own library (npm altcha-lib), and the ways to cheat.
#include "features/fraud_guard/proof.h"

#include <array>
#include <cstdio>

#include <fmt/format.h>
#include <gtest/gtest.h>

#include "features/fraud_guard/used_proofs.h"
#include "models/statistics/sha256.h"

namespace fraud_guard {
namespace {

const PuzzleKey kKey{"a key of this test"};

base::Instant now() { return base::Instant{} + base::seconds(::time(nullptr)); }

Puzzle puzzle_at(base::Instant at) {
    auto random = runtime::Random::seeded(7);
    return make_puzzle(kKey, {at, 2'000}, random);
}

// What the script prints. Arguments are texts of ours without quotation marks of the shell's.
std::string run_altcha(const std::string& act, const std::string& text) {
    const std::string command =
        fmt::format("node '{}/tests/support/altcha.mjs' {} '{}' '{}'", SOURCE_DIR, act, kKey.text(), text);
    FILE* pipe = popen(command.c_str(), "r");
    std::string printed;
    std::array<char, 4'096> part{};
    while (const std::size_t size = fread(part.data(), 1, part.size(), pipe)) printed.append(part.data(), size);
    EXPECT_EQ(pclose(pipe), 0) << command;
    return printed;
}

TEST(Puzzle, IsSolvedByTheProtocolsOwnLibrary) {
    const Puzzle puzzle = puzzle_at(now());
    const auto solution = read_solution(run_altcha("solve", json_of(puzzle)));
    ASSERT_TRUE(solution);
    EXPECT_EQ(solution->number, solve(puzzle));
    EXPECT_TRUE(expiry_of(*solution, kKey, now()));
}

TEST(Puzzle, AnswersHoldInTheProtocolsOwnLibraryToo) {
    const Puzzle puzzle = puzzle_at(now());
    EXPECT_EQ(run_altcha("verify", payload_of(puzzle, *solve(puzzle))), "true");
    EXPECT_EQ(run_altcha("verify", payload_of(puzzle, *solve(puzzle) + 1)), "false");
}

TEST(Puzzle, OfTheProtocolsOwnLibraryHoldsHere) {
    const auto solution = read_solution(run_altcha("make", "600"));
    ASSERT_TRUE(solution);
    EXPECT_TRUE(expiry_of(*solution, kKey, now()));
}

TEST(Puzzle, RunsOutAfterHalfAnHour) {
    const auto begin = now();
    const Puzzle puzzle = puzzle_at(begin);
    const auto solution = read_solution(payload_of(puzzle, *solve(puzzle)));
    EXPECT_EQ(expiry_of(*solution, kKey, begin), begin + kPuzzlePeriod);
    EXPECT_FALSE(expiry_of(*solution, kKey, begin + kPuzzlePeriod));
}

TEST(Puzzle, AnotherKeyNumberSaltOrSignatureDoesNotHold) {
    const Puzzle puzzle = puzzle_at(now());
    const Solution good = *read_solution(payload_of(puzzle, *solve(puzzle)));
    EXPECT_FALSE(expiry_of(good, PuzzleKey{"another key"}, now()));
    Solution bad = good;
    ++bad.number;
    EXPECT_FALSE(expiry_of(bad, kKey, now()));
    bad = good;
    bad.signature[0] = bad.signature[0] == 'a' ? 'b' : 'a';
    EXPECT_FALSE(expiry_of(bad, kKey, now()));
    bad = good;
    bad.salt = "00" + bad.salt;
    EXPECT_FALSE(expiry_of(bad, kKey, now()));
}

// "...expires=17" with the number 345 hashes like "...expires=173" with 45 where nothing stands between them.
TEST(Puzzle, DigitsCannotWanderFromTheNumberIntoTheExpiry) {
    auto random = runtime::Random::seeded(3);
    const Puzzle puzzle = make_puzzle(kKey, {now(), kHardest}, random);
    EXPECT_TRUE(puzzle.salt.ends_with('&'));
    Solution solution = *read_solution(payload_of(puzzle, *solve(puzzle)));
    const std::string digits = std::to_string(solution.number);
    solution.salt += digits.substr(0, 1);
    solution.number = std::stoll("0" + digits.substr(1));
    EXPECT_FALSE(expiry_of(solution, kKey, now()));

    Solution without = solution;  // signed by us, but of a salt without its end
    without.salt = "aa?expires=9999999999";
    without.number = 5;
    without.challenge = statistics::sha256_of(without.salt + "5");
    without.signature = hmac_sha256({kKey.text(), without.challenge});
    EXPECT_FALSE(expiry_of(without, kKey, now()));
}

TEST(Puzzle, WhatIsNoAnswerIsNotRead) {
    const Puzzle puzzle = puzzle_at(now());
    const std::string good = payload_of(puzzle, 5);
    EXPECT_TRUE(read_solution(good));
    EXPECT_TRUE(read_solution(good.substr(0, good.find('='))));
    for (const std::string& bad :
         {std::string{}, std::string{"{}"}, good.substr(4), good + "====", std::string(3'000, 'A'),
          std::string{"bm8ganNvbg=="}, std::string{"W10="}, std::string{"e30="}})
        EXPECT_FALSE(read_solution(bad)) << bad;
}

// RFC 4231, test cases 1, 2 and 6.
TEST(Hmac, IsThatOfTheStandard) {
    EXPECT_EQ(hmac_sha256({std::string(20, '\x0b'), "Hi There"}),
              "b0344c61d8db38535ca8afceaf0bf12b881dc200c9833da726e9376c2e32cff7");
    EXPECT_EQ(hmac_sha256({"Jefe", "what do ya want for nothing?"}),
              "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843");
    EXPECT_EQ(hmac_sha256({std::string(131, '\xaa'), "Test Using Larger Than Block-Size Key - Hash Key First"}),
              "60e431591ee0b67f0d8a26aacbf5b77f8e0bc6213728c5140546040f0ee37f54");
}

TEST(UsedProofs, EachIsGoodForOneSignOn) {
    constexpr base::Instant kNow{1'800'000'000'000'000};
    UsedProofs used;
    const UsedProof proof{"abc", kNow + base::minutes(5)};
    EXPECT_EQ(used.use(proof, kNow), UsedProofs::Use::first);
    EXPECT_EQ(used.use(proof, kNow), UsedProofs::Use::again);
    EXPECT_EQ(used.take_new().size(), 1U);
    EXPECT_TRUE(used.take_new().empty());
    UsedProofs after_restart;
    after_restart.restore({proof});
    EXPECT_EQ(after_restart.use(proof, kNow), UsedProofs::Use::again);
}

TEST(UsedProofs, AFullMemoryNeverTakesOneTwice) {
    constexpr base::Instant kNow{1'800'000'000'000'000};
    UsedProofs used{160};
    std::vector<UsedProof> taken;
    for (int i = 0; i < 5'000; ++i) {
        const UsedProof proof{std::to_string(i), kNow + base::seconds(60 + i)};
        if (used.use(proof, kNow) == UsedProofs::Use::first) taken.push_back(proof);
    }
    EXPECT_EQ(taken.size(), 5'000U) << "those that run out later are taken";
    for (const UsedProof& proof : taken) EXPECT_EQ(used.use(proof, kNow), UsedProofs::Use::again);
}

}  // namespace
}  // namespace fraud_guard
