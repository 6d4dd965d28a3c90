// Promises that every answer keeps, whatever was asked, over all routes of the demo; and looking changes nothing: mail
// scanners and search engines open every link.
#include <chrono>
#include <thread>

#include <gtest/gtest.h>

#include "tests/contracts/all_routes.h"
#include "tests/contracts/unchanged.h"
#include "tests/support/running_program.h"

namespace contracts {
namespace {

using test_support::HttpAnswer;
using test_support::HttpClient;
using test_support::Kind;
using test_support::RunningProgram;

constexpr auto kOwner = "amelie@alltogether.example";

void is_no_fault_of_ours(const http::Route&, const HttpAnswer& answer) {
    EXPECT_GE(answer.status, 200);
    EXPECT_LT(answer.status, 500);
}

void forbids_scripts_and_styles_from_elsewhere_and_inline(const http::Route& route, const HttpAnswer& answer) {
    const auto policy = answer.header("content-security-policy");
    EXPECT_NE(policy.find("default-src 'self'"), std::string::npos) << policy;
    const auto* const framing = may_be_framed(route) ? "frame-ancestors *;" : "frame-ancestors 'none'";
    EXPECT_NE(policy.find(framing), std::string::npos);
    EXPECT_NE(policy.find("object-src 'none'"), std::string::npos);
    EXPECT_NE(policy.find("base-uri 'none'"), std::string::npos);
    EXPECT_NE(policy.find("form-action 'self'"), std::string::npos);
    EXPECT_EQ(policy.find("unsafe"), std::string::npos);
    EXPECT_FALSE(answer.shows(" style=\"")) << "an inline style would not be applied";
    EXPECT_FALSE(answer.shows("<script>"));
}

void keeps_browsers_from_guessing_types_telling_addresses_and_opening_devices(const http::Route&,
                                                                              const HttpAnswer& answer) {
    EXPECT_EQ(answer.header("x-content-type-options"), "nosniff");
    EXPECT_EQ(answer.header("referrer-policy"), "strict-origin-when-cross-origin");
    EXPECT_NE(answer.header("permissions-policy").find("camera=()"), std::string::npos);
    EXPECT_EQ(answer.header("cross-origin-opener-policy"), "same-origin");
    EXPECT_FALSE(answer.header("x-request-id").empty());
}

// To the owner.
void says_how_long_it_may_be_kept_and_never_keeps_what_staff_see(const http::Route& route, const HttpAnswer& answer) {
    EXPECT_FALSE(answer.header("cache-control").empty());
    if (route.options.permission) EXPECT_EQ(answer.header("cache-control"), "no-store");
    if (answer.status >= 400) EXPECT_EQ(answer.header("cache-control"), "no-store");
}

// Where the machine is busy otherwise, the program leaves parts out for a while: asked for again until they are served.
HttpAnswer served(HttpClient& browser, const test_support::HttpRequest& request) {
    constexpr int kMostTries = 300;
    auto answer = browser.send(request);
    for (int tries = 0; answer.status == 503 && tries < kMostTries; ++tries) {
        std::this_thread::sleep_for(std::chrono::milliseconds{200});
        answer = browser.send(request);
    }
    return answer;
}

class EveryPage : public testing::TestWithParam<Kind> {};
ALLTOGETHER_ON_BOTH_DATABASES(EveryPage);

// Each is asked for once by the public and once by the owner: to make them all takes longer than anything here.
TEST_P(EveryPage, keeps_what_is_promised_of_all_of_them_and_looking_changes_nothing) {
    const RunningProgram program{GetParam()};
    auto visitor = program.visitor();
    visitor.post(
        "/en/petitions/equality-pledge/signatures",
        {{"given_name", "Maya"}, {"family_name", "Trent"}, {"email", "maya@example.org"}, {"postal_code", "K1A 0B1"}});
    auto owner = program.signed_in(kOwner);
    const auto before = lasting_digests(program.location());
    for (const auto* route : pages_of(program->router())) {
        const auto address = address_of(route->pattern);
        SCOPED_TRACE(address);
        const auto to_visitor = served(visitor, {.method = "GET", .target = address});
        const auto to_owner = served(owner, {.method = "GET", .target = address});
        for (const auto& answer : {to_visitor, to_owner}) {
            is_no_fault_of_ours(*route, answer);
            forbids_scripts_and_styles_from_elsewhere_and_inline(*route, answer);
            keeps_browsers_from_guessing_types_telling_addresses_and_opening_devices(*route, answer);
        }
        says_how_long_it_may_be_kept_and_never_keeps_what_staff_see(*route, to_owner);
        const auto to_head = served(visitor, {.method = "HEAD", .target = address});
        EXPECT_EQ(to_head.status, to_visitor.status);
        EXPECT_TRUE(to_head.body.empty());
    }
    expect_unchanged(before, program.location());
}

class EveryAnswer : public testing::Test {
protected:
    RunningProgram program{Kind::sqlite, {"limits.trusted_networks=[\"127.0.0.0/8\"]"}};
};

TEST_F(EveryAnswer, of_a_public_page_is_the_same_for_everybody_and_can_be_asked_for_again_cheaply) {
    auto maya = program.visitor();
    const auto first = maya.get("/en/petitions/equality-pledge");
    EXPECT_EQ(first.header("cache-control"), "public, no-cache");
    EXPECT_FALSE(first.has("set-cookie"));
    ASSERT_FALSE(first.header("etag").empty());
    const auto again = maya.get("/en/petitions/equality-pledge", {{"If-None-Match", first.header("etag")}});
    EXPECT_EQ(again.status, 304);
    EXPECT_TRUE(again.body.empty());
}

TEST_F(EveryAnswer, is_given_to_staff_pages_only_after_signing_in) {
    auto visitor = program.visitor();
    for (const auto& route : program->router().routes()) {
        if (!route->options.permission) continue;
        const auto address = address_of(route->pattern);
        SCOPED_TRACE(address);
        const auto answer = changes_something(*route) ? visitor.post(address, {{"slug", "x"}}) : visitor.get(address);
        EXPECT_TRUE(answer.status == 303 || answer.status == 403 || answer.status == 401) << answer.status;
        if (answer.status == 303)
            EXPECT_TRUE(answer.header("location").starts_with("/en/staff/sign-in")) << answer.header("location");
    }
}

TEST(BehindATlsProxy, every_answer_keeps_browsers_on_tls) {
    const RunningProgram program{Kind::sqlite, {"server.trusted_proxies=[\"127.0.0.1\"]"}};
    auto visitor = program.visitor();
    for (const auto* address :
         {"/en/", "/en/petitions/equality-pledge", "/nowhere", "/api/v1/petitions/proclamation/count"}) {
        SCOPED_TRACE(address);
        const auto over_tls = visitor.get(address, {{"X-Forwarded-For", "192.0.2.7"}, {"X-Forwarded-Proto", "https"}});
        EXPECT_NE(over_tls.header("strict-transport-security").find("max-age=31536000"), std::string::npos);
        EXPECT_FALSE(visitor.get(address).has("strict-transport-security"));
    }
}

TEST(WithoutAProxy, nobody_is_believed_who_says_that_they_came_over_tls) {
    const RunningProgram program{Kind::sqlite};
    EXPECT_FALSE(program.visitor().get("/en/", {{"X-Forwarded-Proto", "https"}}).has("strict-transport-security"));
}

// A proxy on this machine that says nothing of its visitors makes them all look like this machine.
TEST(Metrics, are_for_trusted_networks_and_not_for_whoever_comes_from_this_machine) {
    const RunningProgram program{Kind::sqlite};
    EXPECT_EQ(program.visitor().get("/metrics").status, 403);
    const RunningProgram trusting{
        Kind::sqlite, {"limits.trusted_networks=[\"198.51.100.0/24\"]", "server.trusted_proxies=[\"127.0.0.1\"]"}};
    auto visitor = trusting.visitor();
    EXPECT_EQ(visitor.get("/metrics", {{"X-Forwarded-For", "192.0.2.7"}}).status, 403);
    const auto watcher = visitor.get("/metrics", {{"X-Forwarded-For", "198.51.100.4"}});
    EXPECT_TRUE(watcher.shows("alltogether_http_requests_total"));
    EXPECT_TRUE(watcher.shows("alltogether_http_request_seconds_bucket{route=\"petitions.sign\",le=\"0.025\"}"));
}

TEST(Metrics, may_have_an_address_of_their_own_where_nothing_else_is_to_be_seen) {
    const RunningProgram program{Kind::sqlite, {"metrics.listen=\"127.0.0.1:0\""}};
    test_support::HttpClient watcher{program->watching_port()};
    EXPECT_TRUE(watcher.get("/metrics").shows("alltogether_http_requests_total"));
    EXPECT_EQ(watcher.get("/readyz").status, 200);
    EXPECT_EQ(watcher.get("/en/").status, 404);
    EXPECT_EQ(program.visitor().get("/metrics").status, 403);
}

TEST(Health, is_told_to_whoever_watches) {
    const RunningProgram program{Kind::sqlite};
    EXPECT_EQ(program.visitor().get("/healthz").status, 200);
    EXPECT_EQ(program.visitor().get("/readyz").status, 200);
}

}  // namespace
}  // namespace contracts
