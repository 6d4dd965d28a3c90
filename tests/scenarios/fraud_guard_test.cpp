// Pressure and lists through the whole program: what staff set reaches the next sign-on, and a puzzle is good once.
#include <chrono>
#include <thread>

#include <boost/json.hpp>
#include <gtest/gtest.h>

#include "features/fraud_guard/proof.h"
#include "tests/support/running_program.h"

namespace scenarios {
namespace {

using test_support::HttpAnswer;
using test_support::HttpClient;
using test_support::Kind;
using test_support::RunningProgram;

class FraudGuard : public testing::Test {
protected:
    HttpAnswer sign(const std::string& name, const std::string& proof) {
        const boost::json::object body{{"given_name", name},
                                       {"family_name", "Trent"},
                                       {"email", name + "@example.org"},
                                       {"postal_code", "K1A 0B1"},
                                       {"proof", proof}};
        return visitor.send({.method = "POST",
                             .target = "/api/v1/petitions/equality-pledge/signatures",
                             .headers = {{"Content-Type", "application/json"}},
                             .body = boost::json::serialize(body)});
    }
    // The answer to a fresh puzzle of the program's, as a browser finds it.
    std::string solved() {
        const auto made = boost::json::parse(visitor.get("/api/v1/sign-on-puzzle").body);
        const auto text = [&](const char* name) { return std::string{made.at(name).as_string()}; };
        const fraud_guard::Puzzle puzzle{text("salt"), text("challenge"), text("signature"),
                                         made.at("maxnumber").as_int64()};
        const auto number = fraud_guard::solve(puzzle);
        EXPECT_TRUE(number);
        return fraud_guard::payload_of(puzzle, number.value_or(0));
    }
    // What staff set reaches the guard within a second; waits for it at most a minute.
    template <class Condition>
    static bool comes_true(Condition condition) {
        const auto deadline = std::chrono::steady_clock::now() + std::chrono::minutes{1};
        while (!condition()) {
            if (std::chrono::steady_clock::now() > deadline) return false;
            std::this_thread::sleep_for(std::chrono::milliseconds{100});
        }
        return true;
    }
    bool has_puzzle() { return visitor.get("/en/petitions/equality-pledge").shows("data-proof"); }

    void a_puzzle_opens_the_way_once();
    void a_blocked_address_is_refused_until_the_entry_is_ended();
    void a_held_step_leaves_out_the_search_and_is_counted();

    RunningProgram program{Kind::sqlite};
    HttpClient visitor = program.visitor();
    HttpClient amelie = program.signed_in("amelie@alltogether.example");
};
void FraudGuard::a_puzzle_opens_the_way_once() {
    EXPECT_FALSE(has_puzzle());
    EXPECT_EQ(amelie.post("/en/staff/fraud/pressure", {{"pressure", "1"}}).status, 303);
    ASSERT_TRUE(comes_true([&] { return has_puzzle(); }));

    const std::string proof = solved();
    EXPECT_EQ(sign("maya", proof).status, 201);
    const auto again = sign("omar", proof);
    EXPECT_EQ(again.status, 422);
    EXPECT_TRUE(again.shows("\"challenge\"")) << "a fresh puzzle comes with the refusal: " << again.body;
    EXPECT_EQ(sign("omar", "bm8=").status, 422);
    EXPECT_EQ(sign("omar", solved()).status, 201);
    EXPECT_EQ(sign("tomasz", "no-script").status, 201) << "nobody is shut out for want of JavaScript";

    EXPECT_EQ(amelie.post("/en/staff/fraud/pressure", {{"pressure", "2"}}).status, 303);
    EXPECT_TRUE(comes_true([&] { return !has_puzzle(); }));
    const auto page = amelie.get("/fr/staff/fraud");
    EXPECT_TRUE(page.shows("Garde antifraude"));
    EXPECT_TRUE(page.shows("Demander une preuve de travail"));
}

void FraudGuard::a_blocked_address_is_refused_until_the_entry_is_ended() {
    EXPECT_EQ(
        amelie.post("/en/staff/fraud/lists", {{"list", "block"}, {"pattern", "*.*"}, {"reason", "all of them"}}).status,
        422);
    EXPECT_EQ(amelie
                  .post("/en/staff/fraud/lists",
                        {{"list", "block"}, {"pattern", "ruth@example.org"}, {"reason", "a robot of that name"}})
                  .status,
              303);
    EXPECT_EQ(
        amelie.post("/en/staff/fraud/lists", {{"list", "block"}, {"pattern", "RUTH@example.org"}, {"reason", "again"}})
            .status,
        422);
    ASSERT_TRUE(comes_true([&] { return sign("ruth", "").status == 403; }));
    EXPECT_EQ(sign("lea", "").status, 201);

    const auto lists = amelie.get("/en/staff/fraud/lists");
    const auto at = lists.body.find("/en/staff/fraud/lists/");
    ASSERT_NE(at, std::string::npos);
    EXPECT_EQ(amelie.post(lists.body.substr(at, lists.body.find('"', at) - at), {}).status, 303);
    EXPECT_TRUE(comes_true([&] { return sign("ruth", "").status == 201; }));
}

void FraudGuard::a_held_step_leaves_out_the_search_and_is_counted() {
    EXPECT_TRUE(comes_true([&] { return visitor.get("/fr/search?q=paix").status == 200; }));
    EXPECT_EQ(amelie.post("/en/staff/fraud/pressure", {{"least_load_step", "2"}}).status, 303);
    ASSERT_TRUE(comes_true([&] { return visitor.get("/fr/search?q=paix").status == 503; }));
    EXPECT_EQ(visitor.get("/fr/search?q=paix").header("retry-after"), "30");
    ASSERT_TRUE(comes_true([&] { return visitor.get("/api/v1/petitions/equality-pledge/record").status == 503; }));
    EXPECT_EQ(visitor.get("/en/petitions/equality-pledge").status, 200);
    EXPECT_EQ(sign("priya", "").status, 201);
    EXPECT_TRUE(amelie.get("/en/staff").shows("The server is busy"));
    ASSERT_TRUE(comes_true(
        [&] { return program->house().metrics.text().find("alltogether_load_step 2") != std::string::npos; }));

    EXPECT_EQ(amelie.post("/en/staff/fraud/pressure", {{"least_load_step", "0"}}).status, 303);
    EXPECT_EQ(amelie.post("/en/staff/fraud/pressure", {{"least_load_step", "7"}}).status, 422);
}

// One program for all three: it takes longer to begin than to do this.
TEST_F(FraudGuard, what_amelie_sets_reaches_the_next_sign_on) {
    a_puzzle_opens_the_way_once();
    a_blocked_address_is_refused_until_the_entry_is_ended();
    a_held_step_leaves_out_the_search_and_is_counted();
}

}  // namespace
}  // namespace scenarios
