#include "base/text.h"

#include <gtest/gtest.h>

namespace base {
namespace {

// Well-formed and malformed sequences of the Unicode standard, table 3-7, and of RFC 3629, section 10.
TEST(Utf8, IsWellFormedOrNot) {
    for (const char* good :
         {"", "abc", "é", "€", "\xF0\x9F\x8D\x81", "\xED\x9F\xBF", "\xEE\x80\x80", "\xF4\x8F\xBF\xBF"})
        EXPECT_TRUE(is_valid_utf8(good)) << good;
    for (const char* bad : {"\xC0\x80", "\xC1\xBF", "\xE0\x9F\xBF", "\xED\xA0\x80", "\xF0\x8F\xBF\xBF",
                            "\xF4\x90\x80\x80", "\xF5\x80\x80\x80", "\x80", "\xE2\x82", "\xFF", "a\xC3"})
        EXPECT_FALSE(is_valid_utf8(bad));
}

TEST(Characters, AreCountedAndCutWhole) {
    EXPECT_EQ(count_characters("Zoé"), 3u);
    EXPECT_EQ(first_characters("Zoé!", 3), "Zoé");
    EXPECT_EQ(first_characters("Zoé", 10), "Zoé");
    EXPECT_EQ(first_characters("Zoé", 0), "");
}

TEST(Spaces, AreTidied) {
    EXPECT_EQ(collapse_spaces("  Jean \t Luc\n"), "Jean Luc");
    EXPECT_EQ(collapse_spaces("Ann\xC2\xA0 Marie"), "Ann Marie");
    EXPECT_EQ(collapse_spaces("a\x01"
                              "b"),
              "ab");
    EXPECT_EQ(collapse_spaces(" \n "), "");
}

TEST(Lines, KeepTheirEndsAndLoseTheRest) {
    EXPECT_EQ(tidy_lines("\r\none\r\ntwo\rthree \n\n"), "one\ntwo\nthree");
    EXPECT_EQ(tidy_lines(std::string_view{"a\0b", 3}), "ab");
}

TEST(Case, IsThatOfAsciiOnly) {
    EXPECT_EQ(lower_ascii("ABCÉ"), "abcÉ");
    EXPECT_TRUE(equals_ignoring_ascii_case("Host", "hOST"));
    EXPECT_FALSE(equals_ignoring_ascii_case("Host", "Hosts"));
}

TEST(Names, AreComparedWithoutCaseAccentsAndSigns) {
    EXPECT_EQ(fold_name("Éloïse O’Neil-Côté"), "eloiseoneilcote");
    EXPECT_EQ(fold_name("Œuvre"), fold_name("oeuvre"));
    EXPECT_EQ(fold_name("Łukasz"), "lukasz");
    EXPECT_NE(fold_name("Мария"), "") << "other alphabets stay";
}

}  // namespace
}  // namespace base
