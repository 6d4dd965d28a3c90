// What rounded figures say together.
#include "models/jobs_lost/published_rounding.h"

#include <cmath>

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace jobs_lost {
namespace {

double rounded(double value) { return std::round(value * 10.0) / 10.0; }

RoundedMultipliers published(const Effect& exact) {
    return {1,
            rounded(exact.direct),
            rounded(exact.indirect),
            rounded(exact.induced),
            rounded(exact.simple()),
            rounded(exact.total()),
            rounded(exact.simple() / exact.direct),
            rounded(exact.total() / exact.direct)};
}

// Labour income of Ontario's other provincial services, 2022 (36-10-0113): type II 2.7 of a total of 0.55 to 0.65
// leaves 0.2 to 0.2453 for the direct figure, though it is published as 0.2 (0.15 to 0.25).
TEST(PublishedRounding, TypeTwoSaysMoreAboutTheDirectFigureThanTheFigureItself) {
    const auto found = unrounded({1, 0.2, 0.3, 0.1, 0.5, 0.6, 2.3, 2.7}, DirectIs::rounded);
    ASSERT_TRUE(found);
    EXPECT_GT(found->lowest.direct, 0.199);
    EXPECT_LT(found->highest.direct, 0.2454);
    EXPECT_GT(found->centre.direct, 0.20);
    EXPECT_LT(found->centre.direct, 0.245);
}

TEST(PublishedRounding, RefusesFiguresThatContradictEachOther) {
    EXPECT_FALSE(unrounded({1, 1.0, 0.5, 0.5, 3.0, 2.0, {}, {}}, DirectIs::rounded));
    EXPECT_FALSE(unrounded({1, 1.0, {}, {}, {}, {}, {}, {}}, DirectIs::rounded)) << "too little to go by";
}

RC_GTEST_PROP(PublishedRoundingLaws, TheTruthLiesWithinAndTheCentreRoundsBack, ()) {
    const auto part = rc::gen::map(rc::gen::inRange(1, 15000), [](int n) { return n / 1000.0; });
    const Effect exact{*part + 0.2, *part / 3.0, *part / 3.0};
    const auto given = published(exact);
    const auto found = unrounded(given, DirectIs::rounded);
    RC_ASSERT(found.has_value());
    RC_ASSERT((found->lowest.direct <= exact.direct + 1e-6 && exact.direct <= found->highest.direct + 1e-6));
    RC_ASSERT((found->lowest.induced <= exact.induced + 1e-6 && exact.induced <= found->highest.induced + 1e-6));
    const double half = 0.05 + 1e-6;
    RC_ASSERT(std::abs(found->centre.simple() - *given.simple) <= half);
    RC_ASSERT(std::abs(found->centre.total() - *given.total) <= half);
    RC_ASSERT(std::abs(found->centre.total() / found->centre.direct - *given.type2) <= half);
}

}  // namespace
}  // namespace jobs_lost
