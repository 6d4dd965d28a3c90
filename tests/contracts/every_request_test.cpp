// What becomes of requests that no page of ours sends, over all routes.
#include <gtest/gtest.h>

#include "tests/contracts/all_routes.h"
#include "tests/contracts/unchanged.h"
#include "tests/support/running_program.h"

namespace contracts {
namespace {

using test_support::HttpClient;
using test_support::Kind;
using test_support::RunningProgram;

constexpr auto kOwner = "amelie@alltogether.example";
constexpr auto kForm = "application/x-www-form-urlencoded";
constexpr auto kSignatures = "/en/petitions/equality-pledge/signatures";

class EveryRequest : public testing::Test {
protected:
    RunningProgram program{Kind::sqlite, {"limits.trusted_networks=[\"127.0.0.0/8\"]"}};

    void that_lacks_fields_gets_its_page_back_with_what_was_typed();
    void that_lacks_fields_in_json_gets_problem_details();
    void with_a_broken_encoding_gets_a_clear_answer();
    void that_two_programs_could_read_differently_is_refused_and_the_connection_closed();
    void in_an_unknown_language_finds_no_page();
};

TEST_F(EveryRequest, from_another_site_is_refused_by_every_form) {
    auto owner = program.signed_in(kOwner);
    const auto before = lasting_digests(program.location());
    for (const auto* route : forms_of(program->router())) {
        if (is_api(*route) || route->options.origin == http::OriginCheck::exempt) continue;
        const auto address = address_of(route->pattern);
        SCOPED_TRACE(address);
        const auto by_fetch_site = owner.send({.method = std::string{http::name(route->method)},
                                               .target = address,
                                               .headers = {{"Content-Type", kForm}, {"Sec-Fetch-Site", "cross-site"}},
                                               .body = "email=maya%40example.org"});
        EXPECT_EQ(by_fetch_site.status, 403);
        const auto by_origin = owner.send({.method = std::string{http::name(route->method)},
                                           .target = address,
                                           .headers = {{"Content-Type", kForm}, {"Origin", "https://evil.example"}},
                                           .body = "email=maya%40example.org"});
        EXPECT_EQ(by_origin.status, 403);
    }
    expect_unchanged(before, program.location());
}

TEST_F(EveryRequest, with_a_method_that_the_address_does_not_know_is_told_which_it_does) {
    auto visitor = program.visitor();
    for (const auto& route : program->router().routes()) {
        const auto address = address_of(route->pattern);
        SCOPED_TRACE(address);
        for (const auto* method : {"PROPFIND", "DELETE", "TRACE"}) {
            if (program->router().match(http::method_of(method), address).route != nullptr) continue;
            const auto answer = visitor.send({.method = method, .target = address});
            EXPECT_TRUE(answer.status == 405 || answer.status == 501) << method << ' ' << answer.status;
            if (answer.status == 405)
                EXPECT_NE(answer.header("allow").find(http::name(route->method)), std::string::npos);
        }
    }
}

TEST_F(EveryRequest, that_is_larger_than_its_address_takes_is_refused) {
    auto owner = program.signed_in(kOwner);
    for (const auto* route : forms_of(program->router())) {
        const auto address = address_of(route->pattern);
        SCOPED_TRACE(address);
        const auto too_large = std::max<std::size_t>(2 * 1024 * 1024, route->options.body_limit + 1);
        const auto answer = owner.send({.method = std::string{http::name(route->method)},
                                        .target = address,
                                        .headers = {{"Content-Type", kForm}, {"Sec-Fetch-Site", "same-origin"}},
                                        .body = std::string(too_large, 'a')});
        EXPECT_EQ(answer.status, 413);
    }
}

TEST_F(EveryRequest, with_nothing_in_its_form_changes_nothing_and_is_no_fault_of_ours) {
    auto visitor = program.visitor();
    const auto before = lasting_digests(program.location());
    for (const auto* route : forms_of(program->router())) {
        if (route->options.permission) continue;
        const auto address = address_of(route->pattern);
        SCOPED_TRACE(address);
        const auto answer = route->method == http::Method::post
                                ? visitor.post(address, {})
                                : visitor.send({.method = std::string{http::name(route->method)}, .target = address});
        EXPECT_LT(answer.status, 500);
        EXPECT_TRUE(answer.status >= 400 || answer.status == 303) << answer.status;
    }
    expect_unchanged(before, program.location());
}

void EveryRequest::that_lacks_fields_gets_its_page_back_with_what_was_typed() {
    auto maya = program.visitor();
    const auto answer =
        maya.post(kSignatures, {{"given_name", "Maya"}, {"family_name", ""}, {"email", "maya at example"}});
    EXPECT_EQ(answer.status, 422);
    EXPECT_TRUE(answer.shows("value=\"Maya\""));
    EXPECT_TRUE(answer.shows("value=\"maya at example\""));
    for (const auto* field : {"#family_name", "#email", "#postal_code"}) EXPECT_TRUE(answer.shows(field)) << field;
}

void EveryRequest::that_lacks_fields_in_json_gets_problem_details() {
    auto visitor = program.visitor();
    const auto answer = visitor.send({.method = "POST",
                                      .target = "/api/v1/petitions/equality-pledge/signatures",
                                      .headers = {{"Content-Type", "application/json"}},
                                      .body = "{}"});
    EXPECT_EQ(answer.status, 422);
    EXPECT_EQ(answer.header("content-type"), "application/problem+json");
    EXPECT_TRUE(answer.shows("\"email\""));
}

void EveryRequest::with_a_broken_encoding_gets_a_clear_answer() {
    auto visitor = program.visitor();
    EXPECT_EQ(visitor.get("/en/%ff%fe").status, 400);
    EXPECT_EQ(visitor.get("/en/%zz").status, 400);
    EXPECT_EQ(visitor.get("/en/petitions/equality-pledge?x=%ff").status, 400);
    const auto answer =
        visitor.send({.method = "POST",
                      .target = kSignatures,
                      .headers = {{"Content-Type", kForm}, {"Sec-Fetch-Site", "same-origin"}},
                      .body = "given_name=Ma%ffya&family_name=T&email=m%40example.org&postal_code=K1A0B1"});
    EXPECT_EQ(answer.status, 422);
    EXPECT_TRUE(answer.shows("#given_name"));
}

// Two programs that read one request differently are how a request is smuggled past a proxy: refused, and the
// connection closed, so that what follows is never taken for a request.
void EveryRequest::that_two_programs_could_read_differently_is_refused_and_the_connection_closed() {
    const auto visitor = program.visitor();
    const std::string hidden = "GET /healthz HTTP/1.1\r\nHost: a\r\n\r\n";
    const std::vector<std::string> heads{
        "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 4\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
        "POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: xchunked\r\n\r\n",
        "POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked, identity\r\n\r\n0\r\n\r\n",
        "POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding:\tchunked\r\nTransfer-Encoding: x\r\n\r\n0\r\n\r\n",
        "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 0\r\nContent-Length: 4\r\n\r\n",
        "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: +0\r\n\r\n",
        "POST / HTTP/1.1\r\nHost: a\r\nContent-Length : 0\r\n\r\n",
        "GET / HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n",
        "GET / HTTP/1.1\r\n\r\n",
        "GET / HTTP/1.1\r\nHost: a\r\nX: b\r\n c\r\n\r\n",
        "GET / HTTP/1.1\nHost: a\n\n",
    };
    for (const auto& head : heads) {
        SCOPED_TRACE(head);
        const auto received = visitor.exchange(head + hidden);
        EXPECT_TRUE(received.starts_with("HTTP/1.1 4") || received.starts_with("HTTP/1.1 501"))
            << received.substr(0, 60);
        EXPECT_EQ(received.find("alive"), std::string::npos) << "the hidden request was answered";
    }
}

void EveryRequest::in_an_unknown_language_finds_no_page() {
    auto visitor = program.visitor();
    EXPECT_EQ(visitor.get("/de/").status, 404);
    EXPECT_EQ(visitor.get("/EN/petitions/equality-pledge").status, 404);
    EXPECT_TRUE(visitor.get("/nulle-part", {{"Accept-Language", "fr-CA"}}).shows("lang=\"fr\""));
}

// One program for all of these: it takes longer to begin than to answer them.
TEST_F(EveryRequest, that_is_odd_or_broken_gets_a_clear_answer) {
    that_lacks_fields_gets_its_page_back_with_what_was_typed();
    that_lacks_fields_in_json_gets_problem_details();
    with_a_broken_encoding_gets_a_clear_answer();
    that_two_programs_could_read_differently_is_refused_and_the_connection_closed();
    in_an_unknown_language_finds_no_page();
}

}  // namespace
}  // namespace contracts
