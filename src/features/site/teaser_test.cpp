#include "features/site/teaser.h"

#include <gtest/gtest.h>

namespace site {
namespace {

TEST(Teasers, AreReadAsStaffTypeThem) {
    const auto teasers = read_teasers(
        "2026-11-02 The library stays open\n/en/pages/library\nAfter a winter of letters,\nthe town found the "
        "money.\n\n"
        "\n2026-10-12 Two hundred neighbours\nOne hall.");
    ASSERT_TRUE(teasers);
    ASSERT_EQ(teasers->size(), 2u);
    // date -u -d 2026-11-02T12:00:00Z +%s
    EXPECT_EQ(teasers->at(0).day.seconds(), 1'793'620'800);
    EXPECT_EQ(teasers->at(0).title, "The library stays open");
    EXPECT_EQ(teasers->at(0).url, "/en/pages/library");
    EXPECT_EQ(teasers->at(0).text, "After a winter of letters, the town found the money.");
    EXPECT_EQ(teasers->at(1).url, "");
}

TEST(Teasers, NeedADayAndATitle) {
    for (const auto* text : {"The library", "2026-11-02", "2026-13-02 Title", "2026-02-30 Title", "02-11-2026 Title"})
        EXPECT_FALSE(read_teasers(text)) << text;
    EXPECT_TRUE(read_teasers("")->empty());
    EXPECT_TRUE(read_teasers("\n\n")->empty());
}

}  // namespace
}  // namespace site
