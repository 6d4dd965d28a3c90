// The years and months of a list, the order of several lists, and addresses.
#include "features/newsroom/archive.h"

#include <gtest/gtest.h>

#include "features/newsroom/address.h"
#include "features/newsroom/river.h"

namespace newsroom {
namespace {

using store::MonthCount;

constexpr base::Instant kNovember2026{1'794'960'000'000'000};  // 2026-11-18

Day day(int year, unsigned month, unsigned day_of_month) {
    return Day{std::chrono::year{year} / std::chrono::month{month} / std::chrono::day{day_of_month}};
}

TEST(Archive, puts_years_and_months_newest_first_and_adds_up_what_several_lists_have) {
    const auto archive = archive_of(
        {{Month{2001, 3}, 2}, {Month{2019, 5}, 1}, {std::nullopt, 4}, {Month{2019, 12}, 3}, {Month{2019, 5}, 6}});
    ASSERT_EQ(archive.years.size(), 2U);
    EXPECT_EQ(archive.years[0].year, 2019);
    EXPECT_EQ(archive.years[0].items, 10);
    EXPECT_EQ(archive.years[0].months, (std::vector<MonthCount>{{Month{2019, 12}, 3}, {Month{2019, 5}, 7}}));
    EXPECT_EQ(archive.years[1].year, 2001);
    EXPECT_EQ(archive.undated, 4);
    EXPECT_EQ(archive.items(), 16);
    EXPECT_TRUE(has_items({2019, 5}, archive) && has_items({2001, {}}, archive) && has_items({}, archive));
    EXPECT_FALSE(has_items({2019, 6}, archive) || has_items({2000, {}}, archive));
}

TEST(Quiet, is_a_section_whose_newest_item_is_older_than_a_year_and_a_half) {
    EXPECT_EQ(quiet_since(archive_of({{Month{2019, 5}, 1}}), kNovember2026), (Month{2019, 5}));
    EXPECT_EQ(quiet_since(archive_of({{Month{2025, 4}, 1}}), kNovember2026), (Month{2025, 4}));
    EXPECT_EQ(quiet_since(archive_of({{Month{2025, 6}, 1}}), kNovember2026), std::nullopt);
    EXPECT_EQ(quiet_since(archive_of({{Month{2027, 1}, 1}}), kNovember2026), std::nullopt);
    EXPECT_EQ(quiet_since(archive_of({{std::nullopt, 9}}), kNovember2026), std::nullopt);
}

TEST(Order, puts_what_has_no_date_last_and_the_youngest_row_of_a_day_first) {
    const store::Position may{day(2019, 5, 3), ItemId{1}}, same_day{day(2019, 5, 3), ItemId{2}};
    const store::Position none{std::nullopt, ItemId{9}};
    EXPECT_TRUE(stands_before(same_day, may));
    EXPECT_FALSE(stands_before(may, same_day));
    EXPECT_TRUE(stands_before(may, none));
    EXPECT_FALSE(stands_before(none, may));
    EXPECT_FALSE(stands_before(may, may));
}

TEST(Periods, have_one_address_each) {
    EXPECT_EQ(address::month("/en/news/solidarity", {2019, 5}), "/en/news/solidarity/2019/05");
    EXPECT_EQ(address::period_of({"2019", "05"})->month, 5U);
    EXPECT_EQ(address::period_of({"undated", ""})->year, 0);
    for (const address::PeriodText bad : {address::PeriodText{"2019", "5"},
                                          {"2019", "13"},
                                          {"2019", "00"},
                                          {"0019", ""},
                                          {"20190", ""},
                                          {"undated", "05"},
                                          {"+019", ""},
                                          {"", ""}})
        EXPECT_FALSE(address::period_of(bad)) << bad.year << "/" << bad.month;
}

}  // namespace
}  // namespace newsroom
