// Looking costs the same however many have signed.
#include <chrono>
#include <regex>
#include <thread>

#include <gtest/gtest.h>

#include "platform/db/statement.h"
#include "tests/support/running_program.h"

namespace contracts {
namespace {

using test_support::Kind;
using test_support::RunningProgram;

std::uint64_t runs_on_signatures() {
    static const std::regex kNamesTable{R"(\b(from|join|into|update)\s+signature\b)"};
    std::uint64_t runs = 0;
    for (const auto* statement : db::Statement::all())
        if (std::regex_search(statement->sql(), kNamesTable)) runs += statement->runs();
    return runs;
}

// Jobs in the background read signatures too, above all in a program that has just started.
void wait_for_rest() {
    constexpr auto kRest = std::chrono::seconds{2};
    constexpr int kMostLooks = 30;
    auto before = runs_on_signatures();
    for (int i = 0; i < kMostLooks; ++i) {
        std::this_thread::sleep_for(kRest);
        const auto now = runs_on_signatures();
        if (now == before) return;
        before = now;
    }
}

// How often statements on signatures ran while a visitor looked around in a program that has shown nobody a page yet.
std::uint64_t runs_while_looking(test_support::HttpClient& visitor) {
    wait_for_rest();
    const auto before = runs_on_signatures();
    for (const auto* address : {"/en/", "/fr/", "/en/petitions/equality-pledge", "/fr/petitions/proclamation",
                                "/en/petitions/proclamation?q=1", "/en/petitions/equality-pledge/thank-you",
                                "/en/petitions/equality-pledge/confirmed", "/api/v1/petitions/equality-pledge/count",
                                "/sitemap.xml", "/sitemaps/1.xml"})
        EXPECT_EQ(visitor.get(address).status, 200) << address;
    return runs_on_signatures() - before;
}

// A job may begin in the middle of a round, but not of every round; a page that read signatures would do so in each.
TEST(LookingAtAPetition, never_touches_the_signatures) {
    constexpr int kMostRounds = 4;
    std::uint64_t runs = 1;
    for (int round = 0; round < kMostRounds && runs > 0; ++round) {
        const RunningProgram program{Kind::sqlite};
        auto visitor = program.visitor();
        runs = runs_while_looking(visitor);
        const auto before = runs_on_signatures();
        visitor.post("/en/petitions/equality-pledge/signatures", {{"given_name", "Maya"},
                                                                  {"family_name", "Trent"},
                                                                  {"email", "maya@example.org"},
                                                                  {"postal_code", "K1A 0B1"}});
        EXPECT_GT(runs_on_signatures(), before) << "the test counts nothing";
    }
    EXPECT_EQ(runs, 0);
}

}  // namespace
}  // namespace contracts
