// The published examples of Newcombe's two papers of 1998, and of Fleiss' tables.
#include "models/statistics/proportions.h"

#include <array>

#include <gtest/gtest.h>

namespace statistics {
namespace {

TEST(Proportions, WilsonsIntervalsAreThoseOfNewcombesTableOne) {
    struct Row {
        Proportion proportion;
        Interval published;
    };
    for (const Row& row : std::array<Row, 4>{{{{81, 263}, {0.2553, 0.3662}},
                                              {{15, 148}, {0.0624, 0.1605}},
                                              {{0, 20}, {0.0000, 0.1611}},
                                              {{1, 29}, {0.0061, 0.1718}}}}) {
        const auto interval = wilson_interval(row.proportion);
        EXPECT_NEAR(interval.low, row.published.low, 0.00005);
        EXPECT_NEAR(interval.high, row.published.high, 0.00005);
    }
}

TEST(Proportions, DifferencesAreThoseOfNewcombesTableTwo) {
    struct Row {
        Pair pair;
        Interval published;  // method 10
    };
    for (const Row& row : std::array<Row, 6>{{{{{56, 70}, {48, 80}}, {0.0524, 0.3339}},
                                              {{{9, 10}, {3, 10}}, {0.1705, 0.8090}},
                                              {{{6, 7}, {2, 7}}, {0.0582, 0.8062}},
                                              {{{5, 56}, {0, 29}}, {-0.0381, 0.1926}},
                                              {{{0, 10}, {0, 20}}, {-0.1611, 0.2775}},
                                              {{{10, 10}, {0, 10}}, {0.6075, 1.0000}}}}) {
        const auto interval = newcombe_difference(row.pair);
        EXPECT_NEAR(interval.low, row.published.low, 0.00005);
        EXPECT_NEAR(interval.high, row.published.high, 0.00005);
    }
}

TEST(Proportions, NothingIsKnownBeforeAnybodyGotAMail) {
    EXPECT_EQ(wilson_interval({0, 0}).high, 1);
    EXPECT_EQ(newcombe_difference({{0, 0}, {3, 10}}).low, -1);
    EXPECT_FALSE(trials_needed({0.1, 0.1}));
}

// 199 in each group tell 10 % from 20 % in 80 of 100 tests: R's power.prop.test(p1 = .1, p2 = .2, power = .8) says
// n = 198.96; for 50 % and 75 % the example of its manual page says 57.67 at 80 %.
TEST(Proportions, GroupsAreAsLargeAsRSays) {
    EXPECT_EQ(*trials_needed({0.1, 0.2}), 199);
    EXPECT_EQ(*trials_needed({0.75, 0.5}), 58);
}

}  // namespace
}  // namespace statistics
