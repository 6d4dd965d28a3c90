#include "platform/html/share_card.h"

#include <cstdint>

#include <gtest/gtest.h>

namespace html {
namespace {

const ShareCard kPledge{"The Equality Pledge", "More than 48,000 people have signed", "All Together Now", 1};

// The width, height and kind of a PNG stand in its first chunk (PNG specification, 11.2.1).
std::uint32_t big_endian(const std::string& bytes, std::size_t at) {
    std::uint32_t value = 0;
    for (std::size_t i = at; i < at + 4; ++i) value = value << 8 | static_cast<unsigned char>(bytes[i]);
    return value;
}

TEST(ShareCard, IsAPictureOfTheSizeThatSharedLinksShow) {
    const auto png = draw_share_card(kPledge);
    ASSERT_GT(png.size(), 1000u);
    EXPECT_EQ(png.substr(0, 8), "\x89PNG\r\n\x1a\n");
    EXPECT_EQ(big_endian(png, 16), 1200u);
    EXPECT_EQ(big_endian(png, 20), 630u);
    EXPECT_LT(png.size(), 300'000u) << "some networks refuse larger ones";
}

TEST(ShareCard, IsTheSameForTheSameWords) {
    EXPECT_EQ(draw_share_card(kPledge), draw_share_card(kPledge));
    auto french = kPledge;
    french.headline = "L’Engagement pour l’égalité";
    EXPECT_NE(draw_share_card(french), draw_share_card(kPledge));
}

TEST(ShareCard, IsDrawnOnceAndKept) {
    const auto first = share_card(kPledge);
    EXPECT_EQ(share_card(kPledge), first);
    auto blue = kPledge;
    blue.accent = 2;
    EXPECT_NE(share_card(blue), first);
}

TEST(ShareCard, TakesAnyHeadline) {
    for (const auto& headline : {std::string{}, std::string(5'000, 'x'), std::string{"ᑯᒃᑑᒃ 小龙 🦆"}})
        EXPECT_GT(draw_share_card({headline, "", "All Together Now", 99}).size(), 1000u);
}

TEST(ShareCard, GivesALongLineTheRoomOfTwo) {
    auto long_line = kPledge;
    long_line.line = "Administration générale, Île-du-Prince-Édouard : 100 millions de dollars de moins par an";
    auto other_end = long_line;
    other_end.line += "née";
    EXPECT_NE(draw_share_card(long_line), draw_share_card(other_end)) << "the end is cut off";
}

TEST(RoundedForSharing, NeverSaysMoreThanThereAre) {
    EXPECT_EQ(rounded_for_sharing(0), 0);
    EXPECT_EQ(rounded_for_sharing(99), 99);
    EXPECT_EQ(rounded_for_sharing(100), 100);
    EXPECT_EQ(rounded_for_sharing(999), 990);
    EXPECT_EQ(rounded_for_sharing(48'213), 48'000);
    EXPECT_EQ(rounded_for_sharing(1'234'567), 1'200'000);
}

}  // namespace
}  // namespace html
