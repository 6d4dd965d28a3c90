// Looking changes nothing and costs the same however many have signed: mail scanners and search engines open every
// link.
#include <regex>

#include <gtest/gtest.h>

#include "platform/db/statement.h"
#include "tests/contracts/all_routes.h"
#include "tests/contracts/unchanged.h"
#include "tests/support/running_program.h"

namespace contracts {
namespace {

using test_support::Kind;
using test_support::RunningProgram;

class Looking : public testing::TestWithParam<Kind> {};
ALLTOGETHER_ON_BOTH_DATABASES(Looking);

TEST_P(Looking, at_any_page_changes_nothing) {
    const RunningProgram program{GetParam()};
    auto visitor = program.visitor();
    visitor.post(
        "/en/petitions/equality-pledge/signatures",
        {{"given_name", "Maya"}, {"family_name", "Trent"}, {"email", "maya@example.org"}, {"postal_code", "K1A 0B1"}});
    auto owner = program.signed_in("amelie@alltogether.example");
    const auto before = lasting_digests(program.location());
    for (const auto* route : pages_of(program->router())) {
        const auto address = address_of(route->pattern);
        SCOPED_TRACE(address);
        visitor.get(address);
        owner.get(address);
    }
    expect_unchanged(before, program.location());
}

std::uint64_t runs_on_signatures() {
    static const std::regex kNamesTable{R"(\b(from|join|into|update)\s+signature\b)"};
    std::uint64_t runs = 0;
    for (const auto* statement : db::Statement::all())
        if (std::regex_search(statement->sql(), kNamesTable)) runs += statement->runs();
    return runs;
}

TEST(LookingAtAPetition, never_touches_the_signatures) {
    const RunningProgram program{Kind::sqlite};
    auto visitor = program.visitor();
    const auto before = runs_on_signatures();
    for (const auto* address : {"/en/", "/fr/", "/en/petitions/equality-pledge", "/fr/petitions/proclamation",
                                "/en/petitions/proclamation?q=1", "/en/petitions/equality-pledge/thank-you",
                                "/en/petitions/equality-pledge/confirmed", "/api/v1/petitions/equality-pledge/count",
                                "/sitemap.xml", "/sitemaps/1.xml"})
        EXPECT_EQ(visitor.get(address).status, 200) << address;
    EXPECT_EQ(runs_on_signatures(), before);
    visitor.post(
        "/en/petitions/equality-pledge/signatures",
        {{"given_name", "Maya"}, {"family_name", "Trent"}, {"email", "maya@example.org"}, {"postal_code", "K1A 0B1"}});
    EXPECT_GT(runs_on_signatures(), before) << "the test counts nothing";
}

}  // namespace
}  // namespace contracts
