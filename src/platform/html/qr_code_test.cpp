#include "platform/html/qr_code.h"

#include <gtest/gtest.h>

namespace html {
namespace {

std::string drawn(std::string_view text) { return std::string{qr_code({text, "Key"}).value().view()}; }

// ISO/IEC 18004: a short text takes version 1 with 21 modules a side; four modules of quiet zone stand around it. The
// upper rows of the finder patterns are seven dark modules in three corners.
TEST(QrCode, HasTheSizeAndTheCornersOfTheStandard) {
    const std::string svg = drawn("HELLO");
    EXPECT_TRUE(svg.contains(R"(viewBox="0 0 29 29")")) << svg;
    EXPECT_TRUE(svg.contains("M4 4h7v1h-7z")) << "upper left";
    EXPECT_TRUE(svg.contains("M18 4h7v1h-7z")) << "upper right";
    EXPECT_TRUE(svg.contains("M4 18h7v1h-7z")) << "lower left";
    EXPECT_FALSE(svg.contains("M18 18h7v1h-7z")) << "none in the fourth";
}

TEST(QrCode, GrowsWithTheText) {
    EXPECT_TRUE(drawn(std::string(60, 'x')).contains(R"(viewBox="0 0 41 41")"))
        << "version 4 holds 62 bytes at level M";
}

TEST(QrCode, SaysWhatItIsAndTakesNoMarkup) {
    const auto svg = qr_code({"otpauth://totp/x?secret=\"><script>", "\"Key\""});
    ASSERT_TRUE(svg);
    EXPECT_TRUE(svg->view().contains(R"(role="img" aria-label="&quot;Key&quot;")"));
    EXPECT_FALSE(svg->view().contains("<script>"));
}

TEST(QrCode, OfNothingOrTooMuchIsNone) {
    EXPECT_FALSE(qr_code({"", "Key"}));
    EXPECT_FALSE(qr_code({std::string(2'001, 'x'), "Key"}));
}

}  // namespace
}  // namespace html
