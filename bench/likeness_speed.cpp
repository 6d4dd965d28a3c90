// bench/likeness_speed.cpp - how long it takes to say how alike a letter is to many earlier ones, and whether the
// answers hold.
//
//     bench_likeness_speed LETTERS QUESTIONS
//
// Two sets of made-up letters, each of 250 words or so: "own words", in which everybody takes some of twelve common
// blocks of a campaign and writes the rest; and "all alike", in which everybody took the same blocks and changed a few
// words. Of each: adding them, then questions with other letters of the same kind, from making the signature to the
// answer; and one answer in twenty held against comparing with every letter. One line of figures each, in milliseconds.
#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <random>
#include <string>
#include <vector>

#include "models/likeness/index.h"

namespace {

using Clock = std::chrono::steady_clock;

double milliseconds_since(Clock::time_point begin) {
    return std::chrono::duration<double, std::milli>(Clock::now() - begin).count();
}

constexpr std::size_t kBlocks = 12, kWordsInBlock = 40;
constexpr std::uint32_t kVocabulary = 20'000;

std::string word(std::uint32_t number) { return "w" + std::to_string(number % kVocabulary) + " "; }

std::string block(std::size_t number) {
    std::mt19937 random{static_cast<std::mt19937::result_type>(1'000 + number)};
    std::string text;
    for (std::size_t i = 0; i < kWordsInBlock; ++i) text += word(static_cast<std::uint32_t>(random()));
    return text;
}

// Some blocks, and between them words of one's own.
std::string letter_in_own_words(std::uint32_t number) {
    std::mt19937 random{number};
    std::string text;
    const auto own = 20 + random() % 150;
    for (std::uint32_t i = 0; i < own; ++i) text += word(static_cast<std::uint32_t>(random()));
    const auto taken = random() % 6;
    for (std::uint32_t i = 0; i < taken; ++i) text += block(random() % kBlocks);
    return text;
}

// The same six blocks, and a few words changed at the beginning.
std::string letter_like_all(std::uint32_t number) {
    std::mt19937 random{number};
    std::string text;
    for (std::uint32_t i = 0; i < random() % 8; ++i) text += word(static_cast<std::uint32_t>(random()));
    for (std::size_t i = 0; i < 6; ++i) text += block(i);
    return text;
}

using Made = std::string (*)(std::uint32_t);

// What comparing with every letter gives; exits when the index says something else.
void verify(const std::vector<likeness::Signature>& letters, const likeness::Signature& asked,
            const likeness::Alike& said) {
    double best = 0;
    std::int64_t above = 0;
    for (const auto& each : letters) {
        const double alike = likeness::similarity(asked, each);
        best = std::max(best, alike);
        above += alike >= 0.8 ? 1 : 0;
    }
    const bool is_right = said.above == above && (best < 0.8 || said.best == best);
    if (is_right) return;
    std::fprintf(stderr, "the index says %.4f and %lld, all letters say %.4f and %lld\n", said.best,
                 static_cast<long long>(said.above), best, static_cast<long long>(above));
    std::exit(1);
}

double at_share(const std::vector<double>& sorted, double share) {
    return sorted[std::min(sorted.size() - 1, static_cast<std::size_t>(share * static_cast<double>(sorted.size())))];
}

struct Run {
    const char* name;
    Made make;
    std::uint32_t letters, questions;
};
void measure(const Run& run) {
    std::vector<likeness::Signature> letters;
    for (std::uint32_t i = 0; i < run.letters; ++i) letters.push_back(likeness::signature_of(run.make(i)));
    likeness::Index index;
    const auto begin = Clock::now();
    for (std::uint32_t i = 0; i < run.letters; ++i) index.add(i, letters[i]);
    const double adding = milliseconds_since(begin);
    std::vector<double> taken;
    std::int64_t found = 0, verified = 0;
    for (std::uint32_t i = 0; i < run.questions; ++i) {
        const std::string text = run.make(1'000'000'000U + i);
        const auto asked = Clock::now();
        const auto signature = likeness::signature_of(text);
        const auto alike = index.ask({.signature = signature});
        taken.push_back(milliseconds_since(asked));
        found += alike.above;
        if (i % 20 != 0) continue;
        verify(letters, signature, alike);
        ++verified;
    }
    std::ranges::sort(taken);
    std::printf("%s: p50 %.3f p95 %.3f p99 %.3f most %.3f ms; adding %.4f ms each; %.1f alike found, %lld verified\n",
                run.name, at_share(taken, 0.50), at_share(taken, 0.95), at_share(taken, 0.99), taken.back(),
                adding / run.letters, static_cast<double>(found) / run.questions, static_cast<long long>(verified));
}

}  // namespace

int main(int count, char** arguments) {
    if (count != 3) {
        std::fprintf(stderr, "usage: bench_likeness_speed LETTERS QUESTIONS\n");
        return 2;
    }
    const auto letters = static_cast<std::uint32_t>(std::atol(arguments[1]));
    const auto questions = static_cast<std::uint32_t>(std::atol(arguments[2]));
    if (letters == 0 || questions == 0) return 2;
    measure({"own words", letter_in_own_words, letters, questions});
    measure({"all alike", letter_like_all, letters, questions});
    return 0;
}
