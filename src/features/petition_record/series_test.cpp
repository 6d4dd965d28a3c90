#include "features/petition_record/series.h"

#include <gtest/gtest.h>
#include <rapidcheck.h>

namespace petition_record {
namespace {

using Mark = Milestone::Mark;

TEST(Day, EndsAtMidnightInTheMiddleOfTheCountry) {
    // 2026-11-22T04:59:59Z is still the 21st in Ontario; date -d 2026-11-22 +%s gives 1795305600.
    const Day last_second = day_of({(1'795'305'600 + 4 * 3600 + 3599) * 1'000'000LL});
    const Day first_second = day_of({(1'795'305'600 + 5 * 3600) * 1'000'000LL});
    EXPECT_EQ(last_second.number, 20778);
    EXPECT_EQ(first_second.number, 20779);
    EXPECT_EQ(day_of(noon_of(first_second)), first_second);
}

TEST(Totals, StayWhereTheyWereOnDaysWithoutSignatures) {
    const std::vector<DayCount> days{{{10}, 40}, {{12}, 80}, {{13}, -5}};
    EXPECT_EQ(totals(days, {15}), (std::vector<Total>{{{10}, 40}, {{12}, 120}, {{13}, 115}, {{15}, 115}}));
    EXPECT_EQ(totals(days, {13}).size(), 3U);
    EXPECT_TRUE(totals({}, {15}).empty());
}

TEST(ThinnedLine, KeepsItsEndsAndItsDistances) {
    const auto all = totals({{{0}, 10}, {{3}, 10}, {{100}, 10}}, {200});
    EXPECT_EQ(thinned(all, 5), (std::vector<Total>{{{0}, 10}, {{50}, 20}, {{100}, 30}, {{150}, 30}, {{200}, 30}}));
    EXPECT_EQ(thinned(totals({{{7}, 3}, {{8}, 1}}, {8}), 40), (std::vector<Total>{{{7}, 3}, {{8}, 4}}));
    EXPECT_EQ(thinned(totals({{{7}, 3}}, {7}), 40), (std::vector<Total>{{{7}, 3}}));
}

TEST(ThinnedLine, IsNeverLongerThanAskedForAndEndsWhereTheCountDoes) {
    rc::check([](const std::vector<std::uint8_t>& gaps, std::uint8_t room) {
        std::vector<DayCount> days;
        std::int64_t day = 0;
        for (const auto gap : gaps) days.push_back({{day += gap + 1}, gap});
        const auto all = totals(days, {day});
        const auto kept = thinned(all, 2 + room);
        RC_ASSERT(kept.size() <= 2U + room);
        if (!all.empty()) RC_ASSERT(kept.back() == all.back());
        if (!all.empty()) RC_ASSERT(kept.front() == all.front());
    });
}

TEST(Milestones, AreReachedOnTheDayFromWhichTheCountNeverFellBelowThemAgain) {
    // 110 on day 1, 90 after fakes of that day went out on day 2, 600 on day 5.
    const std::vector<Total> line{{{1}, 110}, {{2}, 90}, {{5}, 600}};
    EXPECT_EQ(milestones(line, 400), (std::vector<Milestone>{{100, {5}, Mark::round_number},
                                                             {250, {5}, Mark::round_number},
                                                             {400, {5}, Mark::goal},
                                                             {500, {5}, Mark::round_number}}));
    EXPECT_EQ(milestones({{{1}, 99}}, 0), (std::vector<Milestone>{}));
    EXPECT_EQ(milestones({{{1}, 100}}, 100), (std::vector<Milestone>{{100, {1}, Mark::goal}}));
}

TEST(NextMark, IsTheNextRoundNumberOrTheGoal) {
    EXPECT_EQ(next_mark(0, 0), 100);
    EXPECT_EQ(next_mark(100, 0), 250);
    EXPECT_EQ(next_mark(499, 0), 500);
    EXPECT_EQ(next_mark(500, 0), 1'000);
    EXPECT_EQ(next_mark(48'213, 50'000), 50'000);
    EXPECT_EQ(next_mark(1'847, 2'000), 2'000);
    EXPECT_EQ(next_mark(2'000, 2'000), 2'500);
    EXPECT_EQ(next_mark(2'500'000, 0), 5'000'000);
}

}  // namespace
}  // namespace petition_record
