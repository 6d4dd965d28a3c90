#include <cmath>
#include <set>
#include <string>

#include <gtest/gtest.h>

#include "platform/runtime/log.h"
#include "platform/runtime/metrics.h"
#include "platform/runtime/progress.h"
#include "platform/runtime/random.h"

namespace runtime {
namespace {

std::vector<std::byte> bytes_of(std::string_view text) {
    const auto bytes = std::as_bytes(std::span(text));
    return {bytes.begin(), bytes.end()};
}

TEST(Log, ALineIsOneJsonObject) {
    EXPECT_EQ(
        json_line({LogLevel::error, {"r-17"}, "the store failed", {{"route", "/en/"}, {"code", 23}, {"took", 0.5}}}),
        R"({"level":"error","request":"r-17","message":"the store failed","route":"/en/","code":23,"took":0.5})");
    EXPECT_EQ(json_line({LogLevel::info, {}, "ready", {}}), R"({"level":"info","message":"ready"})");
}

TEST(Log, ForeignTextCannotBreakALineOrTheJson) {
    EXPECT_EQ(json_line({LogLevel::info, {}, "a\"b\\c\nd\x1b[31m\x7f", {{"nothing", std::nan("")}}}),
              R"({"level":"info","message":"a\"b\\c\nd\u001b[31m\u007f","nothing":null})");
    const std::string line = pretty_line({LogLevel::info, {}, "red\x1b[31m\nforged", {{"key", "x\ny"}}});
    EXPECT_EQ(line.find('\x1b'), std::string::npos);
    EXPECT_EQ(line.find('\n'), std::string::npos);
}

TEST(Log, FieldsStandOpenOnATerminal) {
    EXPECT_EQ(pretty_line({LogLevel::warning, {"r-17"}, "slow", {{"seconds", 3}}}),
              "warning slow  seconds=3  request=r-17");
}

TEST(Metrics, TheTextIsThatOfPrometheus) {
    Metrics metrics;
    Counter& sent = metrics.counter({"alltogether_mails_total", "Mails by outcome", {{"outcome", "delivered"}}});
    sent.increment();
    metrics.counter({"alltogether_mails_total", "Mails by outcome", {{"outcome", "delivered"}}}).increment(2);
    metrics.gauge({"alltogether_queue_length", "Writes that wait", {}}).set(4);
    metrics.histogram({"alltogether_answer_seconds", "Time to answer", {}}, {0.1, 1}).observe(0.5);
    EXPECT_EQ(sent.value(), 3);
    const std::string text = metrics.text();
    // https://prometheus.io/docs/instrumenting/exposition_formats/#text-based-format
    for (const char* line :
         {"# HELP alltogether_mails_total Mails by outcome\n", "# TYPE alltogether_mails_total counter\n",
          "alltogether_mails_total{outcome=\"delivered\"} 3\n", "alltogether_queue_length 4\n",
          "alltogether_answer_seconds_bucket{le=\"0.1\"} 0\n", "alltogether_answer_seconds_bucket{le=\"1\"} 1\n",
          "alltogether_answer_seconds_bucket{le=\"+Inf\"} 1\n", "alltogether_answer_seconds_sum 0.5\n"})
        EXPECT_NE(text.find(line), std::string::npos) << line << text;
}

// RFC 4648, section 10, in the alphabet of section 5 and without padding.
TEST(Base64Url, AsInTheStandard) {
    const std::pair<std::string_view, std::string_view> vectors[] = {
        {"", ""},           {"f", "Zg"},          {"fo", "Zm8"},      {"foo", "Zm9v"},
        {"foob", "Zm9vYg"}, {"fooba", "Zm9vYmE"}, {"\xfb\xff", "-_8"}};
    for (const auto& [plain, encoded] : vectors) {
        EXPECT_EQ(base64url(bytes_of(plain)), encoded);
        EXPECT_EQ(from_base64url(encoded), bytes_of(plain));
    }
    for (const char* wrong : {"Zg==", "Z", "Zm8+", "Z g", "Zm9v\n"}) EXPECT_FALSE(from_base64url(wrong)) << wrong;
}

TEST(Random, TokensOfTheSystemDiffer) {
    Random random = Random::system();
    std::set<std::string> tokens;
    for (int i = 0; i < 1000; ++i) tokens.insert(random.token());
    EXPECT_EQ(tokens.size(), 1000u);
    EXPECT_EQ(tokens.begin()->size(), 22u);
}

TEST(Random, ASeedGivesTheSameRunAgain) {
    Random first = Random::seeded(7);
    Random second = Random::seeded(7);
    Random other = Random::seeded(8);
    const std::string token = first.token();
    EXPECT_EQ(token, second.token());
    EXPECT_NE(token, other.token());
    EXPECT_NE(first.token(), token);
}

TEST(Random, BelowReachesEveryNumberAndNoOther) {
    Random random = Random::seeded(1);
    std::set<std::uint64_t> seen;
    for (int i = 0; i < 200; ++i) seen.insert(random.below(6));
    EXPECT_EQ(seen, (std::set<std::uint64_t>{0, 1, 2, 3, 4, 5}));
}

TEST(Progress, ALineTellsShareRateAndTimeLeft) {
    EXPECT_EQ(progress_line({"Seeding", 250'000, 1'000'000, 5}),
              "Seeding [######..................] 25%  250k of 1.0M  50k/s  15 s left");
    EXPECT_EQ(progress_line({"Reading", 300, 0, 3}), "Reading 300  100/s");
    EXPECT_EQ(progress_line({"Done", 10, 10, 0}), "Done [########################] 100%  10 of 10  0/s  0 s left");
}

}  // namespace
}  // namespace runtime
