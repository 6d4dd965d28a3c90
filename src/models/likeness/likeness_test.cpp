// Who only retypes a text has written the same one; estimates are what chance allows; the index finds what comparing
// with everything finds. Figures are those of second_program.py.
#include <algorithm>
#include <cmath>
#include <numeric>
#include <random>
#include <thread>

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "models/likeness/index.h"
#include "models/likeness/words.h"

namespace likeness {
namespace {

constexpr std::string_view kOne = "The library on Main Street is open. It's ours, and it isn't for sale!";
constexpr std::string_view kSame = "the LIBRARY — on main street — is open; it’s ours and it isn’t for sale";
constexpr std::string_view kFrench = "L’école d’à côté a besoin d’un toit, pas d’une réduction d’impôt.";
constexpr std::string_view kOther =
    "L'école d'à côté a besoin d'un toit et d'une infirmière, pas d'une réduction d'impôt.";

TEST(Words, AreTheSameHoweverTheyAreTyped) {
    const std::vector<std::string> french{"l",  "ecole", "d",   "a", "cote", "a",         "besoin", "d",
                                          "un", "toit",  "pas", "d", "une",  "reduction", "d",      "impot"};
    EXPECT_EQ(words(kFrench), french);
    EXPECT_EQ(words("L'e\u0301cole d’a\u0300 co\u0302te\u0301"), words("l’ÉCOLE d'à côté")) << "decomposed";
    EXPECT_EQ(words("\u00AB\u202Fsœur\u00A0»\u200B🙂 2026\xFF!"), (std::vector<std::string>{"soeur", "2026"}));
    EXPECT_EQ(words(kOne), words(kSame));
    EXPECT_TRUE(words(" — … ").empty());
}

TEST(ExactSimilarity, IsThatOfTheSecondProgram) {
    EXPECT_EQ(exact_similarity(kOne, kSame), 1);
    EXPECT_NEAR(exact_similarity(kFrench, kOther), 0.6, 1e-9);
    EXPECT_EQ(exact_similarity("Yes!", "yes"), 1) << "one word is its own shingle";
    EXPECT_EQ(exact_similarity("", ""), 0);
}

TEST(Signatures, AreThoseOfTheSecondProgram) {
    const auto one = signature_of(kOne), french = signature_of(kFrench);
    const std::vector<int> first{0xfbe5, 0x25dd, 0xae65, 0x5711, 0x98cb, 0x0463, 0x9097, 0x09e9};
    EXPECT_TRUE(std::ranges::equal(first, std::span{one.places}.first(first.size())));
    EXPECT_EQ(std::accumulate(one.places.begin(), one.places.end(), 0), 4'438'834);
    EXPECT_EQ(std::accumulate(french.places.begin(), french.places.end(), 0), 4'336'880);
    EXPECT_EQ(equal_places(french, signature_of(kOther)), 82);
}

TEST(Signatures, OfTextsWithoutWordsAreLikeNothing) {
    const auto empty = signature_of("…");
    EXPECT_EQ(similarity(empty, empty), 0);
    Index index;
    index.add(1, empty);
    EXPECT_EQ(index.ask({.signature = empty}).above, 0);
    EXPECT_EQ(index.ask({.signature = signature_of(kOne)}).above, 0);
}

TEST(Signatures, BytesOfAnotherVersionAreNone) {
    auto bytes = to_bytes(signature_of(kOne));
    EXPECT_EQ(bytes.size(), kSignatureBytes);
    EXPECT_FALSE(from_bytes(bytes.substr(1)));
    bytes[0] = 9;
    EXPECT_FALSE(from_bytes(bytes));
    EXPECT_FALSE(from_bytes(""));
}

std::string text_of(const std::vector<int>& numbers) {
    std::string text;
    for (const int each : numbers) text += "word" + std::to_string(each) + " ";
    return text;
}

RC_GTEST_PROP(Signatures, ComeBackFromTheirBytes, (const std::string& text)) {
    const auto signature = signature_of(text);
    RC_ASSERT(from_bytes(to_bytes(signature)) == signature);
}

// The estimate is the mean of 128 trials that succeed with the exact similarity: five standard deviations are left to
// chance, and one place for what steps of 1/128 cannot say.
RC_GTEST_PROP(Signatures, EstimateTheExactSimilarity, ()) {
    const int common = *rc::gen::inRange(0, 200), own = *rc::gen::inRange(0, 100), theirs = *rc::gen::inRange(0, 100);
    const int seed = *rc::gen::inRange(0, 1'000'000'000);
    std::vector<int> left, right;
    for (int i = 0; i < common; ++i) left.push_back(seed + i), right.push_back(seed + i);
    for (int i = 0; i < own; ++i) left.push_back(seed + 1000 + i);
    for (int i = 0; i < theirs; ++i) right.push_back(seed + 2000 + i);
    const std::string one = text_of(left), other = text_of(right);
    const double exact = exact_similarity(one, other);
    const double deviation = std::sqrt(exact * (1 - exact) / static_cast<double>(kPlaces));
    const double error = std::abs(similarity(signature_of(one), signature_of(other)) - exact);
    RC_ASSERT(error <= 5 * deviation + 1.0 / static_cast<double>(kPlaces));
}

// Letters from common sentences and own ones, as campaigns get them.
std::vector<Signature> some_letters(std::size_t count, unsigned seed) {
    std::mt19937 random{seed};
    std::vector<Signature> letters;
    for (std::size_t i = 0; i < count; ++i) {
        std::vector<int> numbers(static_cast<std::size_t>(random() % 60));
        for (int& each : numbers) each = static_cast<int>(random() % 1'000'000);
        for (std::size_t block = 0; block < 5; ++block)
            if (random() % 3 != 0)
                for (int j = 0; j < 25; ++j) numbers.push_back(2'000'000 + static_cast<int>(block) * 100 + j);
        letters.push_back(signature_of(text_of(numbers)));
    }
    return letters;
}

TEST(AnIndex, CountsWhatComparingWithEverythingCounts) {
    const auto letters = some_letters(600, 7);
    Index index;
    for (std::size_t i = 0; i < letters.size(); ++i) index.add(static_cast<Key>(i), letters[i]);
    std::int64_t all_above = 0;
    for (std::size_t asked = 0; asked < letters.size(); ++asked) {
        const Key own = static_cast<Key>(asked);
        double best = 0;
        std::int64_t above = 0;
        for (std::size_t i = 0; i < letters.size(); ++i) {
            if (i == asked) continue;
            best = std::max(best, similarity(letters[asked], letters[i]));
            above += similarity(letters[asked], letters[i]) >= 0.8 ? 1 : 0;
        }
        const auto alike = index.ask({.signature = letters[asked], .except = {&own, 1}});
        ASSERT_EQ(alike.above, above) << asked;
        if (best >= 0.7) ASSERT_EQ(alike.best, best) << asked;
        all_above += above;
    }
    EXPECT_GT(all_above, 100) << "else it counted nothing";
}

TEST(AnIndex, CountsAllOfThemWhenEverybodyWroteTheSame) {
    Index index;
    const auto signature = signature_of(kOne);
    for (Key key = 0; key < 40'000; ++key) index.add(key, signature);
    const auto alike = index.ask({.signature = signature_of(kSame)});
    EXPECT_EQ(alike.above, 40'000);
    EXPECT_EQ(alike.best, 1);
    EXPECT_EQ(alike.counted, Counted::whole);
}

TEST(AnIndex, ForgetsWhatWasRemovedAndKnowsWhatWasAddedAgain) {
    const auto letters = some_letters(300, 11);
    Index index;
    for (int round = 0; round < 3; ++round) {
        for (std::size_t i = 0; i < letters.size(); ++i) index.add(static_cast<Key>(i), letters[i]);
        for (std::size_t i = 0; i < letters.size(); i += 2) index.remove(static_cast<Key>(i));
    }
    index.remove(12'345);
    EXPECT_EQ(index.size(), 150U);
    const auto gone = index.ask({.signature = letters[0], .threshold = 1});
    EXPECT_TRUE(!gone.nearest || *gone.nearest % 2 == 1);
    for (std::size_t i = 1; i < letters.size(); i += 2) {
        if (!letters[i].has_words) continue;
        ASSERT_EQ(index.ask({.signature = letters[i]}).best, 1) << i;
    }
    index.add(1, letters[2]);
    EXPECT_EQ(index.size(), 150U) << "the same key has a new signature";
}

TEST(AnIndex, AnswersWhileItIsChanged) {
    const auto letters = some_letters(200, 13);
    Index index;
    index.add(0, signature_of(kOne));
    std::jthread writer{[&] {
        for (int round = 0; round < 5; ++round)
            for (std::size_t i = 1; i < letters.size(); ++i) {
                index.add(static_cast<Key>(i), letters[i]);
                if (i % 3 == 0) index.remove(static_cast<Key>(i));
            }
    }};
    for (int i = 0; i < 500; ++i) EXPECT_EQ(index.ask({.signature = signature_of(kSame)}).best, 1);
}

}  // namespace
}  // namespace likeness
